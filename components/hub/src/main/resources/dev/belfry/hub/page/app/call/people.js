/** Whom one talks with: a user or a group, as the views show it. */
export function personOf(party) {
  return party.guid !== undefined
    ? {id: party.guid, name: party.name, isGroup: true, members: party.membersCount, online: null}
    : {id: party.uid, name: party.name, isGroup: false, members: 0, online: party.status === 'online'};
}

/** Returns the other side of a call; in a group the group. */
export function peerOf(call, localUid) {
  const caller = call.callInitiator;
  return personOf(call.receiverType === 'group' || caller.uid === localUid ? call.callReceiver : caller);
}
