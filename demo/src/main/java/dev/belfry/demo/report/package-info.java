/** How commands tell what they measured. */
@NullMarked
package dev.belfry.demo.report;

import org.jspecify.annotations.NullMarked;
