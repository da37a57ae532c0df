/** Phones that can call each other within this program: what the launcher, the headless call and the soak share. */
@NullMarked
package dev.belfry.demo.phone;

import org.jspecify.annotations.NullMarked;
