/** The hub in the host's own JVM: signalling clients on the rules of ringing, with no socket between. */
@NullMarked
package dev.belfry.hub.local;

import org.jspecify.annotations.NullMarked;
