package eu.rempart.activity.feed.ui;

import eu.rempart.activity.feed.FeedService;
import eu.rempart.shell.text.Texts;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers calendars that ask by a secret link (RFC 5545 over HTTP). */
@RestController
class FeedController {

  static final String PATH = "/feed/";

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final FeedService feeds;

  FeedController(FeedService feeds) {
    this.feeds = feeds;
  }

  @GetMapping(PATH + "{secret}.ics")
  ResponseEntity<String> feed(@PathVariable String secret) {
    return feeds
        .answer(secret, Texts::in)
        .map(
            text ->
                ResponseEntity.ok()
                    .contentType(CALENDAR)
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .header("X-Robots-Tag", "noindex")
                    .body(text))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
