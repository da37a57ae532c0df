package dev.belfry.demo.hub;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** An API key in a file that nobody but its owner can read. */
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /** Reads the key; makes one, and the file for it with mode 600, if there is none. */
    public static String readOrMake(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException there) {
            return read(file);
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.writeString(file, key + System.lineSeparator(), StandardOpenOption.WRITE);
        return key;
    }

    /** Reads the key. */
    public static String read(Path file) throws IOException {
        String key = Files.readString(file).strip();
        if (key.isEmpty()) {
            throw new IOException(file + " holds no key");
        }
        return key;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
