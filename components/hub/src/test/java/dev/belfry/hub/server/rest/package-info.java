@NullMarked
package dev.belfry.hub.server.rest;

import org.jspecify.annotations.NullMarked;
