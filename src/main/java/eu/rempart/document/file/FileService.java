package eu.rempart.document.file;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.vault.content.ContentCipher;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * What is in documents. Every method needs a right, and throws where it is missing; which document
 * a file belongs to is for {@link eu.rempart.document.DocumentService} to say.
 */
@Service
public class FileService {

  private final FileRepository files;
  private final UploadRepository uploads;
  private final Rights rights;
  private final CurrentMember current;

  FileService(
      FileRepository files, UploadRepository uploads, Rights rights, CurrentMember current) {
    this.files = files;
    this.uploads = uploads;
    this.rights = rights;
    this.current = current;
  }

  /** All versions of a document, the newest first. */
  public List<StoredFile> of(UUID document) {
    rights.require(Right.READ_RECORDS);
    return files.of(document);
  }

  /** Those of these that are there, by id. */
  public Map<UUID, StoredFile> findAll(Collection<UUID> ids) {
    rights.require(Right.READ_RECORDS);
    return ids.isEmpty() ? Map.of() : files.findAll(ids);
  }

  public Optional<StoredFile> find(FileId id) {
    rights.require(Right.READ_RECORDS);
    return Optional.ofNullable(files.findAll(List.of(id.value())).get(id.value()));
  }

  /**
   * The content of a file from its start; a megabyte of it at a time is in memory. Reading fails in
   * the middle where a chunk was exchanged or taken away, and once the vault is locked.
   *
   * @throws IOException if its key does not open
   */
  public InputStream open(StoredFile file) throws IOException {
    rights.require(Right.READ_RECORDS);
    return content(file);
  }

  /** As {@link #findAll}, for this package's work in the background, which no member does. */
  Map<UUID, StoredFile> stored(Collection<UUID> ids) {
    return files.findAll(ids);
  }

  /** As {@link #open}, for this package's work in the background. */
  InputStream content(StoredFile file) throws IOException {
    FileRepository.Locked locked =
        files.locked(file.id()).filter(_ -> file.size() >= 0).orElseThrow(() -> sealed(file.id()));
    UUID id = file.id().value();
    return new ChunkedInput(id, locked.chunks(), file.size(), new Stored(file.id()));
  }

  private static IOException sealed(FileId id) {
    return new IOException("the key of the file %s does not open".formatted(id));
  }

  private final class Stored implements ChunkedInput.Source {

    private final FileId id;

    Stored(FileId id) {
      this.id = id;
    }

    @Override
    public ContentCipher cipher() throws IOException {
      return new ContentCipher(files.locked(id).orElseThrow(() -> sealed(id)).key(), id.value());
    }

    @Override
    public List<byte[]> chunks(int from, int count) {
      return files.chunks(id.value(), from, count);
    }
  }

  /**
   * What a member brought, before it becomes a file: looks at its beginning.
   *
   * @return its media type; empty where it is not there or not whole
   * @throws FileRefusedException if it is not what its name says; it has vanished then
   */
  public Optional<String> look(UUID upload) throws FileRefusedException {
    rights.require(Right.WRITE_RECORDS);
    UploadRow row = uploads.find(upload, current.id()).filter(UploadRow::isWhole).orElse(null);
    if (row == null) {
      return Optional.empty();
    }
    try (InputStream in =
        new ChunkedInput(upload, row.chunks(), row.size().bytes(), beginning(row))) {
      return Optional.of(FileTypes.of(row.name(), in.readNBytes(FileTypes.BEGINNING)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (FileRefusedException e) {
      uploads.vanish(upload);
      throw e;
    }
  }

  private ChunkedInput.Source beginning(UploadRow row) {
    return new ChunkedInput.Source() {
      @Override
      public ContentCipher cipher() {
        return new ContentCipher(row.key(), row.id());
      }

      @Override
      public List<byte[]> chunks(int from, int count) {
        return files.chunks(row.id(), from, 1);
      }
    };
  }

  /** What a file on its way in is called; empty where it is not there, or not whole. */
  public Optional<FileName> nameOf(UUID upload) {
    rights.require(Right.WRITE_RECORDS);
    return uploads.find(upload, current.id()).filter(UploadRow::isWhole).map(UploadRow::name);
  }

  /**
   * Makes what a member brought the next file of a document, within the caller's transaction.
   *
   * @return empty where it is not there, or not whole
   */
  public Optional<FileName> settle(UUID upload, UUID document, String mediaType) {
    rights.require(Right.WRITE_RECORDS);
    Optional<UploadRow> row = uploads.find(upload, current.id()).filter(UploadRow::isWhole);
    row.ifPresent(
        whole -> {
          files.insert(document, whole, mediaType);
          uploads.delete(upload);
        });
    return row.map(UploadRow::name);
  }
}
