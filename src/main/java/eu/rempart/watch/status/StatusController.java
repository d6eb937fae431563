package eu.rempart.watch.status;

import eu.rempart.kernel.place.DataPlaces;
import eu.rempart.watch.result.StatusReports;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers everybody who asks how it is. Nothing of a request comes back in the answer. */
@RestController
class StatusController {

  /** No script at all, and nothing from elsewhere. */
  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final int LONGEST_HEADER = 500;

  private final StatusPages pages;

  @Autowired
  StatusController(StatusReports reports, DataPlaces places) {
    this(new StatusPages(reports::forEverybody, places::used, System::nanoTime));
  }

  StatusController(StatusPages pages) {
    this.pages = pages;
  }

  @GetMapping("/status")
  void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Locale language = language(request.getHeader("Accept-Language"));
    response.setHeader("Content-Language", language.getLanguage());
    send(response, "text/html", pages.get().map(made -> made.pages().get(language)));
  }

  @GetMapping("/status.json")
  void json(HttpServletResponse response) throws IOException {
    send(response, "application/json", pages.get().map(StatusPages.Made::json));
  }

  @GetMapping("/status/badge.svg")
  void badge(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Locale language = language(request.getHeader("Accept-Language"));
    // made to stand in other people's pages
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    send(response, "image/svg+xml", pages.get().map(made -> made.badges().get(language)));
  }

  private static void send(HttpServletResponse response, String type, Optional<byte[]> made)
      throws IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Vary", "Accept-Language");
    if (made.isEmpty()) {
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Retry-After", Long.toString(StatusPages.FRESH.toSeconds()));
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      return;
    }
    byte[] bytes = made.get();
    response.setHeader("Cache-Control", "public, max-age=" + StatusPages.FRESH.toSeconds());
    response.setContentType(type + ";charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /** The language that a browser asks for, English where it asks for none that there is. */
  static Locale language(@Nullable String accepted) {
    if (accepted == null || accepted.length() > LONGEST_HEADER) {
      return Locale.ENGLISH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), StatusPages.LANGUAGES);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH;
    }
  }
}
