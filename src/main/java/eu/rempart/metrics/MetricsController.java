package eu.rempart.metrics;

import eu.rempart.metrics.token.TokenDoor;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells numbers to programs that send a token in the header {@code Authorization}. A token in an
 * address would stand in logs, and opens nothing.
 */
@RestController
class MetricsController {

  static final String PATH = "/metrics";

  private final TokenDoor door;
  private final Scrape scrape;

  MetricsController(TokenDoor door, Scrape scrape) {
    this.door = door;
    this.scrape = scrape;
  }

  @GetMapping(PATH)
  void metrics(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (!door.admits(request.getHeader("Authorization"), request.getRemoteAddr())) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    ExpositionFormatWriter format = Format.of(request.getHeader("Accept"));
    ByteArrayOutputStream body = new ByteArrayOutputStream(64 * 1024);
    format.write(body, scrape.now());
    response.setHeader("Vary", "Accept");
    response.setContentType(format.getContentType());
    response.setContentLength(body.size());
    body.writeTo(response.getOutputStream());
  }
}
