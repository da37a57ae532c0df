'use strict';

/** One side of a call, by perfect negotiation (W3C WebRTC section 10.7); whoever drives the page carries the signals. */
const peer = (() => {
  const audio = new AudioContext({sampleRate: 48000});
  const received = new Map();
  const waiting = [];
  const sent = new Map();
  let signals = [];
  let errors = [];
  let connection;
  let options;
  let makingOffer = false;
  let ignoreOffer = false;

  const note = error => errors.push(String(error));

  const send = (kind, track, id) => {
    if (options.polite && !connection.remoteDescription) {
      // Made before the offer that they answer, some of them stay silent to WebAudio.
      waiting.push(() => send(kind, track, id));
      return;
    }
    const sender = connection.addTrack(track, new MediaStream());
    sent.set(id, sender);
    if (kind === 'video') {
      prefer(connection.getTransceivers().find(each => each.sender === sender));
    }
  };

  const prefer = transceiver => {
    if (options.codec) {
      const all = RTCRtpReceiver.getCapabilities('video').codecs;
      transceiver.setCodecPreferences(all.filter(codec => options.codec === codec.mimeType.split('/')[1]
          || codec.mimeType === 'video/rtx'));
    }
  };

  const onTrack = ({track, transceiver}) => {
    received.get(transceiver.mid)?.close();
    received.set(transceiver.mid, track.kind === 'video' ? new Picture(track) : new Tone(audio, track));
  };

  const offer = async () => {
    if (options.polite && !connection.remoteDescription) {
      return; // what is to be sent goes into the answer
    }
    try {
      makingOffer = true;
      await connection.setLocalDescription();
      signals.push({description: connection.localDescription.toJSON()});
    } catch (error) {
      note(error);
    } finally {
      makingOffer = false;
    }
  };

  const onDescription = async description => {
    const collision = description.type === 'offer' && (makingOffer || connection.signalingState !== 'stable');
    ignoreOffer = !options.polite && collision;
    if (ignoreOffer) {
      return;
    }
    await connection.setRemoteDescription(description);
    if (description.type === 'offer') {
      waiting.splice(0).forEach(each => each());
      connection.getTransceivers().filter(each => each.receiver.track.kind === 'video').forEach(prefer);
      await connection.setLocalDescription();
      signals.push({description: connection.localDescription.toJSON()});
    }
  };

  const onCandidate = async candidate => {
    try {
      await connection.addIceCandidate(candidate);
    } catch (error) {
      if (!ignoreOffer) {
        throw error;
      }
    }
  };

  let order = Promise.resolve();

  return {
    /** Opens the connection; `options`: polite, codec (of pictures), configuration (of the RTCPeerConnection). */
    open(wanted) {
      options = wanted;
      connection = new RTCPeerConnection(options.configuration);
      connection.onnegotiationneeded = offer;
      connection.onicecandidate = ({candidate}) => signals.push({candidate: candidate && candidate.toJSON()});
      connection.ontrack = onTrack;
      return audio.resume();
    },

    sendPicture(id, width, height, colours) {
      send('video', pattern.picture(width, height, colours), id);
    },

    sendTone(id, hertz) {
      send('audio', pattern.tone(audio, hertz), id);
    },

    /** Stops or goes on sending, as the button of a page would. */
    mute(id, muted) {
      sent.get(id).track.enabled = !muted;
    },

    stopSending(id) {
      sent.get(id).track.stop();
      connection.removeTrack(sent.get(id));
      sent.delete(id);
    },

    restartIce() {
      connection.restartIce();
    },

    /** Takes a signal of the other side, after those before it. */
    receive(signal) {
      order = order.then(() => signal.description ? onDescription(signal.description) : onCandidate(signal.candidate))
          .catch(note);
    },

    /** Returns the signals for the other side since the last call. */
    take() {
      const taken = signals;
      signals = [];
      return taken;
    },

    restartReading() {
      received.forEach(each => each instanceof Picture && each.restart());
    },

    /** Returns what is seen and heard, and the connection's state. */
    read() {
      const all = [...received.entries()];
      return {
        state: connection.connectionState,
        errors,
        pictures: all.filter(([, each]) => each instanceof Picture).map(([mid, each]) => ({mid, ...each.read()})),
        tones: all.filter(([, each]) => each instanceof Tone).map(([mid, each]) => ({mid, ...each.read()})),
      };
    },

    async stats() {
      return [...(await connection.getStats()).values()];
    },

    close() {
      received.forEach(each => each.close());
      connection.close();
      return audio.close();
    },
  };
})();
