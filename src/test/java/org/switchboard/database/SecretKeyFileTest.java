package org.switchboard.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyFileTest {

    @TempDir
    Path temporary;

    @Test
    void keyIsMadeOnceForEachFolderAndForItsOwnerAlone() throws IOException {
        DatabaseFolder folder = DatabaseFolder.prepare(temporary.resolve("one"));
        String key = SecretKeyFile.of(folder);
        assertEquals(32, Base64.getDecoder().decode(key).length);
        assertEquals(key, SecretKeyFile.of(folder));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.secretKey())));
        assertNotEquals(key, SecretKeyFile.of(DatabaseFolder.prepare(temporary.resolve("two"))));
    }
}
