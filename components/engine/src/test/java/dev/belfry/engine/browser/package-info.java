/**
 * Calls with Chromium on the other side, driven by Playwright: {@link dev.belfry.engine.browser.BrowserPeer} is a page
 * that holds a call, {@link dev.belfry.engine.browser.BelfryPeer} is ours, and a {@link dev.belfry.engine.browser.Line}
 * carries what the two have to tell each other.
 */
@NullMarked
package dev.belfry.engine.browser;

import org.jspecify.annotations.NullMarked;
