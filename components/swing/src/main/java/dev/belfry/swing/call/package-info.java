/**
 * Panels for a call: incoming, outgoing, going on, and {@link dev.belfry.swing.call.CallPanel}, which shows the right
 * one. Each panel takes the application's {@link dev.belfry.call.control.CallController}; each view behind it shows
 * plain data and can be used without one.
 */
@NullMarked
package dev.belfry.swing.call;

import org.jspecify.annotations.NullMarked;
