package eu.rempart.document.ui;

import eu.rempart.document.file.FileId;
import eu.rempart.document.file.FileService;
import eu.rempart.document.file.StoredFile;
import eu.rempart.vault.lock.VaultLockedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives files out, to be saved and never shown: whatever is in one, the browser is told that it is
 * bytes, that it is not to guess, and that nothing of it may run. Whoever is signed in gets what
 * their rights allow; no cache keeps it.
 */
@RestController
class FileController {

  static final String PATH = "/file-content/";

  private static final int BUFFER = 64 * 1024;

  private final FileService files;

  FileController(FileService files) {
    this.files = files;
  }

  @GetMapping(PATH + "{id}")
  void download(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    StoredFile file = files.find(new FileId(id)).orElse(null);
    if (file == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try (InputStream in = files.open(file)) {
      byte[] buffer = new byte[BUFFER];
      // before the first header goes out: a file that does not open is no answer of 200
      int got = in.read(buffer);
      head(file, response);
      for (; got >= 0; got = in.read(buffer)) {
        response.getOutputStream().write(buffer, 0, got);
      }
    }
  }

  private static void head(StoredFile file, HttpServletResponse response) {
    response.setContentType("application/octet-stream");
    response.setContentLengthLong(file.size());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(file.name().value(), StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
  }

  /** Without the rights, or without the key, there are no files. */
  @ExceptionHandler({AccessDeniedException.class, VaultLockedException.class})
  void refused(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }
}
