package dev.belfry.rtc.ice;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Handler;
import org.jitsi.utils.logging2.Logger;

/** Sends what an ice4j agent says to System.Logger, two levels lower: what matters is told to the owner. */
final class Ice4jLogger implements Logger {
    private static final System.Logger LOG = System.getLogger(Ice4jLogger.class.getName());

    @Override
    public Logger createChildLogger(String name, Map<String, String> context) {
        return this;
    }

    @Override
    public Logger createChildLogger(String name) {
        return this;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public void trace(Object message) {}

    @Override
    public void trace(Supplier<String> message) {}

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(Object message) {}

    @Override
    public void debug(Supplier<String> message) {}

    @Override
    public boolean isInfoEnabled() {
        return LOG.isLoggable(Level.TRACE);
    }

    @Override
    public void info(Object message) {
        LOG.log(Level.TRACE, message);
    }

    @Override
    public void info(Supplier<String> message) {
        LOG.log(Level.TRACE, message);
    }

    @Override
    public boolean isWarnEnabled() {
        return LOG.isLoggable(Level.DEBUG);
    }

    @Override
    public void warn(Object message) {
        LOG.log(Level.DEBUG, message);
    }

    @Override
    public void warn(Supplier<String> message) {
        LOG.log(Level.DEBUG, message);
    }

    @Override
    public void warn(Object message, Throwable error) {
        LOG.log(Level.DEBUG, String.valueOf(message), error);
    }

    @Override
    public void error(Object message) {
        LOG.log(Level.WARNING, message);
    }

    @Override
    public void error(Supplier<String> message) {
        LOG.log(Level.WARNING, message);
    }

    @Override
    public void error(Object message, Throwable error) {
        LOG.log(Level.WARNING, String.valueOf(message), error);
    }

    @Override
    public void setUseParentHandlers(boolean use) {}

    @Override
    public void addHandler(Handler handler) {}

    @Override
    public void removeHandler(Handler handler) {}

    @Override
    public void setLevelError() {}

    @Override
    public void setLevelWarn() {}

    @Override
    public void setLevelInfo() {}

    @Override
    public void setLevelDebug() {}

    @Override
    public void setLevelTrace() {}

    @Override
    public void setLevelAll() {}

    @Override
    public void setLevelOff() {}

    @Override
    public void setLevel(java.util.logging.Level level) {}

    @Override
    public java.util.logging.Level getLevel() {
        return java.util.logging.Level.INFO;
    }

    @Override
    public void addContext(Map<String, String> context) {}

    @Override
    public void addContext(String key, String value) {}
}
