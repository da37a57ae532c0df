/** What a call is: its data, its listeners and its errors. Depends on the JDK alone. */
@NullMarked
package dev.belfry.call;

import org.jspecify.annotations.NullMarked;
