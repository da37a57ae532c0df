/**
 * The line to a hub on another machine, by OkHttp: requests over HTTP, events and what is urgent over a WebSocket.
 * Everything happens on one serial executor; OkHttp's threads only read, parse and hand over.
 */
@NullMarked
package dev.belfry.signaling.okhttp;

import org.jspecify.annotations.NullMarked;
