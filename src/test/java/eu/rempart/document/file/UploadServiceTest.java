package eu.rempart.document.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.WithFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UploadServiceTest extends WithFiles {

  private static final int CHUNK = 64 * 1024;

  @Autowired private UploadAging aging;
  @Autowired private UploadRepository repository;

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  /** Gives so many bytes and breaks off. */
  private static InputStream breaking(byte[] content, int from, int after) {
    return new InputStream() {
      private int at = from;

      @Override
      public int read() throws IOException {
        if (at - from >= after) {
          throw new IOException("the connection was reset");
        }
        return content[at++] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int part = Math.min(length, after - (at - from));
        if (part == 0) {
          throw new IOException("the connection was reset");
        }
        System.arraycopy(content, at, bytes, offset, part);
        at += part;
        return part;
      }
    };
  }

  private Upload append(UUID id, long offset, byte[] content) throws Exception {
    return uploads
        .append(
            id,
            offset,
            new ByteArrayInputStream(content, (int) offset, content.length - (int) offset))
        .orElseThrow();
  }

  @Test
  void whatBreaksOffGoesOnWhereItStoppedAlsoAfterTheTabWasClosed() throws Exception {
    byte[] content = noise(40 * CHUNK + 1_234);
    UUID id = uploads.begin("film.bin", content.length, "17").id();
    assertThatThrownBy(() -> uploads.append(id, 0, breaking(content, 0, 20 * CHUNK + 99)))
        .isInstanceOf(IOException.class);
    Upload left = uploads.find(id).orElseThrow();
    assertThat(left.received()).isEqualTo(20L * CHUNK);
    assertThat(left.whole()).isFalse();

    Upload again = uploads.begin("film.bin", content.length, "17");
    assertThat(again).isEqualTo(left);
    assertThat(append(id, again.received(), content).whole()).isTrue();

    Document kept = ((Brought.Kept) documents.create(id, null, List.of())).document();
    assertThat(content(kept)).isEqualTo(content);
    assertThat(uploads.find(id)).as("it is a document now").isEmpty();
  }

  @Test
  void anotherFileOfThatNameAndSizeBeginsAnew() throws Exception {
    UUID first = uploads.begin("a.bin", 10, "1").id();
    assertThat(uploads.begin("a.bin", 10, "2").id()).isNotEqualTo(first);
    assertThat(uploads.begin("a.bin", 11, "1").id()).isNotEqualTo(first);
    assertThat(uploads.begin("a.bin", 10, "").id()).isNotEqualTo(first);
  }

  @Test
  void whatIsHalfHereIsNoDocumentAndVanishesWhole() throws Exception {
    byte[] content = noise(3 * CHUNK);
    UUID id = uploads.begin("half.bin", content.length, "").id();
    uploads.append(id, 0, new ByteArrayInputStream(content, 0, 2 * CHUNK));
    assertThat(documents.create(id, null, List.of())).isInstanceOf(Brought.Unfinished.class);

    assertThat(aging.forgetBefore(Instant.now().minusSeconds(3_600))).isZero();
    assertThat(aging.forgetBefore(Instant.now().plusSeconds(60))).isPositive();
    assertThat(uploads.find(id)).isEmpty();
    assertThat(uploads.append(id, 2L * CHUNK, new ByteArrayInputStream(content))).isEmpty();
    assertThat(repository.append(id, 0, List.of(new byte[30]), Instant.now()))
        .as("no chunk without an upload")
        .isFalse();
  }

  @Test
  void twoWhoGoOnAtOnceDoNotMix() throws Exception {
    byte[] content = noise(4 * CHUNK);
    UUID id = uploads.begin("twice.bin", content.length, "").id();
    append(id, 0, content);

    assertThat(uploads.append(id, 0, new ByteArrayInputStream(content))).isEmpty();
    Document kept = ((Brought.Kept) documents.create(id, null, List.of())).document();
    assertThat(content(kept)).isEqualTo(content);
  }

  @Test
  void moreThanWasSaidIsRefused() throws Exception {
    UUID id = uploads.begin("long.bin", 10, "").id();
    assertThatThrownBy(() -> uploads.append(id, 0, new ByteArrayInputStream(noise(11))))
        .isInstanceOf(FileRefusedException.class);
  }

  @Test
  void nothingAndTooMuchAreRefusedBeforeTheFirstByte() {
    for (long size : new long[] {0, -1, Long.MAX_VALUE, uploads.limit().toBytes() + 1}) {
      assertThatThrownBy(() -> uploads.begin("x", size, ""))
          .isInstanceOf(FileRefusedException.class);
    }
  }

  @Test
  void somebodyElsesFileIsNotThere() throws Exception {
    UUID mine = uploads.begin("mine.bin", 10, "").id();
    SignedInMember other = join(Role.MEMBER);
    act(other);

    assertThat(uploads.find(mine)).isEmpty();
    assertThat(uploads.append(mine, 0, new ByteArrayInputStream(noise(10)))).isEmpty();
    uploads.giveUp(mine);
    admin();
    assertThat(uploads.find(mine)).isPresent();
    uploads.giveUp(mine);
    assertThat(uploads.find(mine)).isEmpty();
  }

  @Test
  void aMemberHasSoManyFilesOnTheirWayAtMost() throws Exception {
    act(join(Role.MEMBER));
    for (int i = 0; i < UploadService.AT_ONCE; i++) {
      uploads.begin("file" + i, 10, "");
    }
    assertThatThrownBy(() -> uploads.begin("one more", 10, ""))
        .isInstanceOfSatisfying(
            FileRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(FileRefusedException.Reason.TOO_MANY));
  }

  @Test
  void anExchangedOrMissingChunkIsNoticedBeforeItsFirstByte() throws Exception {
    byte[] content = noise(4 * CHUNK);
    Document kept = document("swap.bin", content);
    UUID file = kept.file().value();
    sql("ALTER TABLE document_chunk DISABLE TRIGGER keep_chunks");
    try {
      sql("UPDATE document_chunk SET number = 1000 + number WHERE file_id = ?", file);
      sql("UPDATE document_chunk SET number = 2 WHERE file_id = ? AND number = 1001", file);
      sql("UPDATE document_chunk SET number = 1 WHERE file_id = ? AND number = 1002", file);
      sql("UPDATE document_chunk SET number = 0 WHERE file_id = ? AND number = 1000", file);
      try (InputStream in = files.open(files.find(kept.file()).orElseThrow())) {
        assertThat(in.readNBytes(CHUNK)).isEqualTo(Arrays.copyOf(content, CHUNK));
        assertThatThrownBy(in::read)
            .isInstanceOf(IOException.class)
            .hasMessageContaining("chunk 1");
      }
      sql("DELETE FROM document_chunk WHERE file_id = ?", file);
      try (InputStream in = files.open(files.find(kept.file()).orElseThrow())) {
        assertThatThrownBy(in::read)
            .isInstanceOf(IOException.class)
            .hasMessageContaining("not there");
      }
    } finally {
      sql("ALTER TABLE document_chunk ENABLE TRIGGER keep_chunks");
    }
  }
}
