package dev.belfry.media.device;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes films of plain greys as YUV4MPEG2, a header and raw pictures. */
final class Y4m {
    private Y4m() {}

    /** Writes pictures whose luma is 40, 50, 60 and so on. */
    static Path write(Path file, int width, int height, int fps, int pictures) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(ascii("YUV4MPEG2 W" + width + " H" + height + " F" + fps + ":1 Ip A1:1 C420mpeg2\n"));
            for (int i = 0; i < pictures; i++) {
                out.write(ascii("FRAME\n"));
                out.write(plane(width * height, 40 + 10 * i));
                out.write(plane((width + 1) / 2 * ((height + 1) / 2) * 2, 128));
            }
        }
        return file;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] plane(int size, int value) {
        byte[] samples = new byte[size];
        Arrays.fill(samples, (byte) value);
        return samples;
    }
}
