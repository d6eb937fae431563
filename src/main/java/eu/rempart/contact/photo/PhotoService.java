package eu.rempart.contact.photo;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Picture;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.picture.Photo;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What contacts look like. Every method needs a right, and throws where it is missing. */
@Service
public class PhotoService {

  private static final String KIND = "contact";

  /** Most contacts that are asked for at once. */
  public static final int AT_ONCE = 500;

  private final PhotoRepository repository;
  private final Writes writes;
  private final Rights rights;

  PhotoService(PhotoRepository repository, Writes writes, Rights rights) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
  }

  /**
   * The small pictures of these contacts, by one query; contacts without one are left out.
   *
   * @param contacts at most {@link #AT_ONCE}
   */
  public Map<ContactId, Picture> thumbnails(Collection<ContactId> contacts) {
    rights.require(Right.READ_RECORDS);
    return repository.thumbnails(few(contacts));
  }

  /** As {@link #thumbnails}, the large ones of up to some 60 kB each. */
  public Map<ContactId, Picture> images(Collection<ContactId> contacts) {
    rights.require(Right.READ_RECORDS);
    return repository.images(few(contacts));
  }

  /** The large picture of a contact, if there is one and it opens. */
  public Optional<Picture> image(ContactId contact) {
    return Optional.ofNullable(images(Set.of(contact)).get(contact));
  }

  /** Those of these contacts that have a photo. */
  public Set<ContactId> having(Collection<ContactId> contacts) {
    rights.require(Right.READ_RECORDS);
    return repository.having(few(contacts));
  }

  private static Collection<ContactId> few(Collection<ContactId> contacts) {
    if (contacts.size() > AT_ONCE) {
      throw new IllegalArgumentException(
          "%d contacts, expected at most %d".formatted(contacts.size(), AT_ONCE));
    }
    return contacts;
  }

  /**
   * Gives a contact a photo, in place of the one that they may have; the history keeps that one.
   *
   * @return false where the contact is not there any more
   */
  public boolean put(ContactId contact, Photo photo) {
    requireWrite(Set.of(contact));
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          boolean there = repository.lock(contact);
          if (there) {
            repository.put(Map.of(contact, photo));
          }
          return there;
        });
  }

  /** Gives many contacts their photos at once: for imports and demo data. */
  public void putAll(Map<ContactId, Photo> photos, Reason reason) {
    requireWrite(photos.keySet());
    writes.run(reason, change -> repository.put(photos));
  }

  /**
   * Takes the photo of a contact away; the history keeps it.
   *
   * @return which row it was, with the version that had it; empty where there was none
   */
  public Optional<StoredPhoto> remove(ContactId contact) {
    requireWrite(Set.of(contact));
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          Optional<StoredPhoto> stored =
              repository.lock(contact)
                  ? Optional.ofNullable(repository.stored(contact))
                  : Optional.empty();
          stored.ifPresent(photo -> repository.empty(photo.id()));
          return stored;
        });
  }

  private void requireWrite(Set<ContactId> contacts) {
    rights.require(Right.WRITE_RECORDS, KIND, contacts.stream().map(ContactId::value).toList());
  }
}
