/** The media engine: joins capture, codecs and transport into calls. */
@NullMarked
package dev.belfry.engine;

import org.jspecify.annotations.NullMarked;
