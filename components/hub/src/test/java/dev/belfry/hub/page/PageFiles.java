package dev.belfry.hub.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page's files without a hub, for what can be looked at alone. No request leaves the browser. */
final class PageFiles {
    static final String ORIGIN = "https://page.test/";

    private PageFiles() {}

    static void serve(Page page) {
        page.route(ORIGIN + "**", PageFiles::answer);
    }

    private static void answer(Route route) {
        String name = route.request().url().substring(ORIGIN.length());
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            Route.FulfillOptions answer = new Route.FulfillOptions()
                    .setContentType(name.endsWith(".js") ? "text/javascript" : "text/html")
                    .setBodyBytes(file == null ? new byte[0] : file.readAllBytes());
            route.fulfill(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
