package eu.rempart.contact.photo.ui;

import eu.rempart.contact.ContactId;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives browsers the small photos of the contacts that a page shows, once it shows them: beside
 * Flow, so that rows never wait for faces. Whoever is signed in gets what their rights allow; no
 * cache keeps it (decision record 0036).
 */
@RestController
public class PhotoController {

  /** Beginning of the address; ids, with commas, end it. */
  public static final String PATH = "/photos/";

  /** Those of a page of a list, twice. */
  private static final int MOST = 100;

  private final PhotoService photos;

  PhotoController(PhotoService photos) {
    this.photos = photos;
  }

  /** From the ids of those who have a photo to the JPEG in base64. */
  @GetMapping(PATH + "{ids}")
  ResponseEntity<Map<String, String>> thumbnails(@PathVariable List<UUID> ids) {
    if (ids.size() > MOST) {
      return answer(HttpStatus.BAD_REQUEST, Map.of());
    }
    Map<String, String> jpegs = new HashMap<>();
    photos
        .thumbnails(ids.stream().map(ContactId::new).toList())
        .forEach(
            (id, picture) ->
                jpegs.put(id.toString(), Base64.getEncoder().encodeToString(picture.jpeg())));
    return answer(HttpStatus.OK, jpegs);
  }

  /** Without the rights, or without the key, nobody has a face. */
  @ExceptionHandler({AccessDeniedException.class, VaultLockedException.class})
  ResponseEntity<Map<String, String>> refused() {
    return answer(HttpStatus.FORBIDDEN, Map.of());
  }

  private static ResponseEntity<Map<String, String>> answer(
      HttpStatus status, Map<String, String> body) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore().cachePrivate())
        .body(body);
  }
}
