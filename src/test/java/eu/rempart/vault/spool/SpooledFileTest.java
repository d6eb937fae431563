package eu.rempart.vault.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpooledFileTest {

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
  void whatWasWrittenIsReadAsOftenAsNeeded(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    try (HomeFolder folder = HomeFolder.open(home);
        SpooledFile file = written(folder, content)) {
      assertThat(file.size()).isEqualTo(length);
      for (int i = 0; i < 2; i++) {
        try (InputStream in = file.read()) {
          assertThat(in.readAllBytes()).isEqualTo(content);
        }
      }
    }
  }

  @Test
  void nothingOfItIsOnTheDiskInClearAndClosingRemovesIt() throws IOException {
    byte[] content =
        "Ilinca Șerbănescu;+40 721 000 111\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
    try (HomeFolder folder = HomeFolder.open(home)) {
      try (SpooledFile _ = written(folder, content)) {
        assertThat(new String(Files.readAllBytes(onlyFile()), StandardCharsets.ISO_8859_1))
            .doesNotContain("Ilinca");
      }
      assertThat(home.resolve("spool")).isEmptyDirectory();
    }
  }

  @Test
  void aChangedOrShortenedFileDoesNotOpen() throws IOException {
    byte[] content = new byte[200_000];
    try (HomeFolder folder = HomeFolder.open(home);
        SpooledFile file = written(folder, content)) {
      byte[] sealed = Files.readAllBytes(onlyFile());
      byte[] flipped = sealed.clone();
      flipped[100] ^= 1;
      Files.write(onlyFile(), flipped);
      assertThatThrownBy(() -> drain(file)).isInstanceOf(IOException.class);
      Files.write(onlyFile(), Arrays.copyOf(sealed, 65_552));
      assertThatThrownBy(() -> drain(file)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aStartRemovesWhatACrashLeft() throws IOException {
    try (HomeFolder folder = HomeFolder.open(home)) {
      written(folder, new byte[10]);
      new SpoolFolder(folder);
      assertThat(home.resolve("spool")).isEmptyDirectory();
    }
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.list(home.resolve("spool"))) {
      return files.toList().getFirst();
    }
  }

  private static void drain(SpooledFile file) throws IOException {
    try (InputStream in = file.read()) {
      in.readAllBytes();
    }
  }

  private static SpooledFile written(HomeFolder folder, byte[] content) throws IOException {
    SpooledFile file = new SpoolFolder(folder).create();
    try (OutputStream out = file.write()) {
      out.write(content);
    }
    return file;
  }
}
