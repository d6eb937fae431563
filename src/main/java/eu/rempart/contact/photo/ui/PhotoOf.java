package eu.rempart.contact.photo.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.contact.photo.StoredPhoto;
import eu.rempart.history.HistoryService;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordRef;
import eu.rempart.picture.PictureReader;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.shell.part.Notices;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the photo of a contact, and does what people want with it. */
@Component
public final class PhotoOf {

  private final PhotoService photos;
  private final PictureReader reader;
  private final HistoryService history;
  private final CurrentMember member;

  PhotoOf(PhotoService photos, PictureReader reader, HistoryService history, CurrentMember member) {
    this.photos = photos;
    this.reader = reader;
    this.history = history;
    this.member = member;
  }

  /**
   * Opens the photo.
   *
   * @param name what the contact is called
   * @param changed called when it is another one
   */
  public void open(ContactId contact, String name, Runnable changed) {
    var dialog = new PhotoDialog(name, photos.image(contact).orElse(null));
    if (member.may(Right.WRITE_RECORDS, "contact")) {
      dialog.acceptFiles(
          file -> put(contact, file),
          () -> {
            dialog.close();
            Notices.success(t("contact.photo.saved"));
            changed.run();
          });
      dialog.offerRemoval(
          () -> {
            dialog.close();
            remove(contact, changed);
          });
    }
    dialog.open();
  }

  /** Takes a file as the photo; answers why not, where it is not taken. */
  private Optional<String> put(ContactId contact, byte[] file) {
    try {
      return photos.put(contact, reader.read(file))
          ? Optional.empty()
          : Optional.of("contact.photo.gone");
    } catch (PictureRefusedException e) {
      return Optional.of(
          switch (e.reason()) {
            case EMPTY, UNKNOWN_KIND -> "contact.photo.refused.kind";
            case FILE_TOO_LARGE -> "contact.photo.refused.large";
            case TOO_MANY_PIXELS -> "contact.photo.refused.pixels";
            case DAMAGED -> "contact.photo.refused.damaged";
            case TOO_MUCH -> "contact.photo.refused.much";
          });
    }
  }

  private void remove(ContactId contact, Runnable changed) {
    Optional<StoredPhoto> removed = photos.remove(contact);
    changed.run();
    removed.ifPresent(
        photo -> Notices.success(t("contact.photo.removed"), () -> putBack(photo, changed)));
  }

  private void putBack(StoredPhoto photo, Runnable changed) {
    PutBack answer =
        history.putBack(
            new RecordRef("contact_photo", photo.id()),
            photo.version(),
            "thumbnail",
            photo.version() + 1);
    if (!(answer instanceof PutBack.Done)) {
      Notices.error(t("contact.photo.stale"));
    }
    changed.run();
  }
}
