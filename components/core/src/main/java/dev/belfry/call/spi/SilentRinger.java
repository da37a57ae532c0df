package dev.belfry.call.spi;

import dev.belfry.call.Call;

enum SilentRinger implements Ringer {
    INSTANCE;

    @Override
    public void ring(Call call) {}

    @Override
    public void callWaiting(Call call) {}

    @Override
    public void ringback(Call call) {}

    @Override
    public void stop() {}

    @Override
    public void close() {}
}
