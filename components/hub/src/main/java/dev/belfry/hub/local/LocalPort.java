package dev.belfry.hub.local;

import dev.belfry.call.CallException;
import dev.belfry.hub.service.Batch;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.Hub;
import java.lang.System.Logger;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The hub's end of a device's line: answers its requests, pushes its events. Confined to the hub's executor. */
final class LocalPort {
    private static final Logger LOGGER = System.getLogger(LocalPort.class.getName());

    private final Hub hub;
    private final Device device;
    private final long start;
    private final Link link;
    private final Executor executor;
    private final Consumer<Batch> receiver;
    private final String address;
    private boolean open;
    private long pushed;

    LocalPort(Hub hub, Device device, long start, Link link, Executor executor, Consumer<Batch> receiver) {
        this.hub = hub;
        this.device = device;
        this.start = start;
        this.link = link;
        this.executor = executor;
        this.receiver = receiver;
        address = Link.address(device.uid(), device.deviceId());
    }

    /** What a device asks of the hub. */
    @FunctionalInterface
    interface Request<T> {
        @Nullable
        T ask(Hub hub, Device device) throws CallException;
    }

    /** Carries a request to the hub and its answer back, once each way. */
    <T> CompletableFuture<T> request(Request<T> request) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        toHub(() -> {
            try {
                T value = request.ask(hub, device);
                toDevice(() -> answer.complete(value));
            } catch (CallException refusal) {
                toDevice(() -> answer.completeExceptionally(refusal));
            }
        });
        return answer;
    }

    CompletableFuture<Batch> greet() {
        return request((any, who) -> {
            Batch batch = hub.connect(who, start);
            if (!open) {
                open = true;
                pushed = last(batch, batch.since());
            }
            return batch;
        });
    }

    /** Sends what has not been sent yet. */
    void push() {
        if (!open) {
            return;
        }
        Batch batch = news();
        for (Batch.Delivery delivery : batch.deliveries()) {
            Batch single = new Batch(delivery.seq() - 1, List.of(delivery));
            toDevice(() -> receiver.accept(single));
        }
        pushed = last(batch, pushed);
    }

    /** What cannot be read at the moment is pushed the next time, or asked for by the device. */
    private Batch news() {
        try {
            return hub.events(device, pushed);
        } catch (CallException unavailable) {
            LOGGER.log(Logger.Level.WARNING, device + " could not be told its events", unavailable);
            return new Batch(pushed, List.of());
        }
    }

    void close() {
        toHub(() -> {
            open = false;
            try {
                hub.disconnect(device, start);
            } catch (CallException unavailable) {
                LOGGER.log(Logger.Level.WARNING, device + " could not sign off", unavailable);
            }
        });
    }

    private void toHub(Runnable message) {
        link.carry(address, Link.HUB, () -> executor.execute(message));
    }

    private void toDevice(Runnable message) {
        link.carry(Link.HUB, address, () -> executor.execute(message));
    }

    private static long last(Batch batch, long since) {
        List<Batch.Delivery> deliveries = batch.deliveries();
        return deliveries.isEmpty()
                ? since
                : deliveries.get(deliveries.size() - 1).seq();
    }
}
