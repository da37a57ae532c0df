package dev.belfry.demo.headless;

import dev.belfry.frame.VideoFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture in a file: its planes one after the other, and all else in the file's name. */
final class StoredPicture extends VideoFrame {
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)x(\\d+)-(\\w+)-(\\w+)\\.i420");
    private static final int PLANES = 3;

    private final int width;
    private final int height;
    private final ByteBuffer samples;

    private StoredPicture(int width, int height, ByteBuffer samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    /** Writes a picture; who reads it sees all of it or nothing. */
    static void write(VideoFrame frame, Path folder) throws IOException {
        String name = String.format(
                Locale.ROOT,
                "%d-%dx%d-%s-%s.i420",
                frame.captureNanos(),
                frame.width(),
                frame.height(),
                frame.matrix(),
                frame.range());
        Path part = folder.resolve(name + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int plane = 0; plane < PLANES; plane++) {
                ByteBuffer rows = frame.plane(plane);
                int columns = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
                int count = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
                for (int row = 0; row < count; row++) {
                    ByteBuffer line = rows.slice(rows.position() + row * frame.stride(plane), columns);
                    while (line.hasRemaining()) {
                        channel.write(line);
                    }
                }
            }
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns whether a file holds a picture, by its name. */
    static boolean isPicture(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** Returns when the picture in a file was taken, by its name. */
    static long captureNanos(Path file) {
        return Long.parseLong(parts(file).group(1));
    }

    static StoredPicture read(Path file) throws IOException {
        Matcher parts = parts(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer samples = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        StoredPicture picture =
                new StoredPicture(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), samples);
        picture.setColours(Matrix.valueOf(parts.group(4)), Range.valueOf(parts.group(5)));
        picture.setTime(Long.parseLong(parts.group(1)), 0);
        return picture;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public ByteBuffer plane(int index) {
        int luma = width * height;
        int chroma = stride(1) * ((height + 1) / 2);
        return index == 0 ? samples.slice(0, luma) : samples.slice(luma + (index - 1) * chroma, chroma);
    }

    @Override
    public int stride(int index) {
        return index == 0 ? width : (width + 1) / 2;
    }

    @Override
    protected void recycle() {
        // The collector takes the memory back.
    }

    private static Matcher parts(Path file) {
        Matcher parts = NAME.matcher(file.getFileName().toString());
        if (!parts.matches()) {
            throw new IllegalArgumentException(file + " holds no picture");
        }
        return parts;
    }
}
