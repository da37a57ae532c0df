/** The requests of the hub, one class for each thing they are about. */
@NullMarked
package dev.belfry.hub.server.rest;

import org.jspecify.annotations.NullMarked;
