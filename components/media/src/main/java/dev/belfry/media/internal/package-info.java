/**
 * What the packages of this module share: native libraries and frames in native memory. Not for use outside of it; the
 * one place where types of JavaCV show in public signatures, and free to change in every release.
 */
@NullMarked
package dev.belfry.media.internal;

import org.jspecify.annotations.NullMarked;
