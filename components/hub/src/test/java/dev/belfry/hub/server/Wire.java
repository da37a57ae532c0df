package dev.belfry.hub.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A relay of TCP connections between devices and a node of a hub. A test cuts it: what is under way waits, as does
 * whoever connects, until it is whole again. Thread-safe.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER_BYTES = 8_192;

    private final ServerSocket entry;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Carrier down;
    private volatile int port;
    private boolean whole = true;
    private volatile boolean closed;

    /** Carries what a node sends to a device. */
    @FunctionalInterface
    interface Carrier {
        /** Carries until the input ends. */
        void carry(InputStream from, OutputStream to) throws IOException;
    }

    /** Creates a wire to a node on this machine. */
    Wire(int port) throws IOException {
        this(port, Wire::copy);
    }

    Wire(int port, Carrier down) throws IOException {
        this.port = port;
        this.down = down;
        entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    /** Returns the address at which a device finds the hub. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + entry.getLocalPort());
    }

    synchronized void cut() {
        whole = false;
    }

    synchronized void heal() {
        whole = true;
        notifyAll();
    }

    /** Breaks every connection, and leads those to come to another node. */
    void moveTo(int other) {
        port = other;
        sockets.forEach(Wire::close);
    }

    /** Copies until the input ends. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    @Override
    public void close() {
        closed = true;
        heal();
        try {
            entry.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        sockets.forEach(Wire::close);
    }

    private void accept() throws IOException {
        while (!closed) {
            Socket device = entry.accept();
            sockets.add(device);
            start("connect", () -> connect(device));
        }
    }

    private void connect(Socket device) throws IOException {
        awaitWhole();
        Socket node = new Socket();
        sockets.add(node);
        try (device;
                node) {
            node.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            device.setTcpNoDelay(true);
            node.setTcpNoDelay(true);
            start("up", () -> {
                try (device;
                        node) {
                    copy(device.getInputStream(), new Gated(node.getOutputStream()));
                }
            });
            down.carry(node.getInputStream(), new Gated(device.getOutputStream()));
        } finally {
            sockets.remove(device);
            sockets.remove(node);
        }
    }

    private synchronized void awaitWhole() throws IOException {
        try {
            while (!whole) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the wire was given up");
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void start(String name, Task task) {
        Thread thread = new Thread(() -> run(task), "wire-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** One end of a connection went, which ends this half of it: the other end is told by its socket. */
    private static void run(Task task) {
        try {
            task.run();
        } catch (IOException gone) {
            System.getLogger(Wire.class.getName()).log(System.Logger.Level.DEBUG, "a connection ended", gone);
        }
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    /** What leaves the wire, as long as it is whole. */
    private final class Gated extends OutputStream {
        private final OutputStream out;

        Gated(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            awaitWhole();
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
