@NullMarked
package dev.belfry.hub.service;

import org.jspecify.annotations.NullMarked;
