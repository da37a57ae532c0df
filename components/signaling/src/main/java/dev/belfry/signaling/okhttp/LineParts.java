package dev.belfry.signaling.okhttp;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.signaling.client.Backoff;
import dev.belfry.signaling.client.CommandRetry;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;

/**
 * What a line is made of, before it is known whose it is.
 *
 * @param deviceId the id of this device
 * @param scheduler the clock
 * @param executor what everything is confined to
 * @param addresses the hub's nodes
 * @param tokens the user's tokens
 * @param requests sends requests
 * @param sockets opens WebSockets
 * @param retry sends commands until they are answered
 * @param reconnects how long to wait before connecting again
 * @param own lets go of threads and pools that are not the host's
 */
record LineParts(
        String deviceId,
        Scheduler scheduler,
        Executor executor,
        HubAddresses addresses,
        Tokens tokens,
        HubRequests requests,
        OkHttpClient sockets,
        CommandRetry retry,
        Backoff reconnects,
        Runnable own) {
    /** Ends what is under way; on the executor. */
    void stop() {
        retry.close();
        requests.close();
        tokens.close();
    }
}
