/** The rules of ringing: one record for each session id, changed by compare-and-set. */
@NullMarked
package dev.belfry.hub.service;

import org.jspecify.annotations.NullMarked;
