package eu.rempart.contact.photo;

import static eu.rempart.db.generated.Tables.CONTACT;
import static eu.rempart.db.generated.Tables.CONTACT_PHOTO;

import eu.rempart.common.Ids;
import eu.rempart.common.Picture;
import eu.rempart.contact.ContactId;
import eu.rempart.db.generated.ContactPhotoSealed;
import eu.rempart.db.generated.ContactPhotoWriter;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.picture.Photo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record3;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The photos of contacts; sealed on the way in, opened on the way out. */
@Repository
class PhotoRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  PhotoRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** The small pictures of those of these contacts that have one which opens. */
  Map<ContactId, Picture> thumbnails(Collection<ContactId> contacts) {
    return pictures(contacts, CONTACT_PHOTO.THUMBNAIL, ContactPhotoSealed.THUMBNAIL);
  }

  /** As {@link #thumbnails}, the large ones. */
  Map<ContactId, Picture> images(Collection<ContactId> contacts) {
    return pictures(contacts, CONTACT_PHOTO.IMAGE, ContactPhotoSealed.IMAGE);
  }

  private Map<ContactId, Picture> pictures(
      Collection<ContactId> contacts, Field<byte[]> column, SealedColumn<Picture> sealed) {
    Result<Record3<UUID, UUID, byte[]>> rows =
        dsl.select(CONTACT_PHOTO.ID, CONTACT_PHOTO.CONTACT_ID, column)
            .from(CONTACT_PHOTO)
            .where(CONTACT_PHOTO.CONTACT_ID.in(values(contacts)), column.isNotNull())
            .fetch();
    Map<ContactId, Picture> pictures = new HashMap<>();
    for (Record3<UUID, UUID, byte[]> row : rows) {
      Picture picture =
          sealing.of("contact_photo", row.value1()).open(sealed, row.value3()).orNull();
      if (picture != null) {
        pictures.put(new ContactId(row.value2()), picture);
      }
    }
    return pictures;
  }

  /** Those of these contacts that have one. */
  Set<ContactId> having(Collection<ContactId> contacts) {
    return dsl
        .select(CONTACT_PHOTO.CONTACT_ID)
        .from(CONTACT_PHOTO)
        .where(CONTACT_PHOTO.CONTACT_ID.in(values(contacts)), CONTACT_PHOTO.IMAGE.isNotNull())
        .fetch(CONTACT_PHOTO.CONTACT_ID)
        .stream()
        .map(ContactId::new)
        .collect(Collectors.toSet());
  }

  /** Holds the contact until the transaction ends; false where it is not there. */
  boolean lock(ContactId contact) {
    return dsl.select(CONTACT.ID)
        .from(CONTACT)
        .where(CONTACT.ID.eq(contact.value()))
        .forNoKeyUpdate()
        .fetchOptional()
        .isPresent();
  }

  /** Gives each contact its photo, in place of the one that it may have. */
  void put(Map<ContactId, Photo> photos) {
    Map<UUID, UUID> known =
        dsl.select(CONTACT_PHOTO.CONTACT_ID, CONTACT_PHOTO.ID)
            .from(CONTACT_PHOTO)
            .where(CONTACT_PHOTO.CONTACT_ID.in(values(photos.keySet())))
            .fetchMap(CONTACT_PHOTO.CONTACT_ID, CONTACT_PHOTO.ID);
    List<Query> writes = new ArrayList<>();
    photos.forEach(
        (contact, photo) -> {
          UUID id = known.get(contact.value());
          writes.add(id == null ? insert(contact.value(), photo) : update(id, photo));
        });
    dsl.batch(writes).execute();
  }

  private Query insert(UUID contact, Photo photo) {
    ContactPhotoWriter writer = new ContactPhotoWriter(Ids.next(), sealing).contactId(contact);
    return dsl.insertInto(CONTACT_PHOTO).set(fill(writer, photo).forInsert());
  }

  private Query update(UUID id, @Nullable Photo photo) {
    return dsl.update(CONTACT_PHOTO)
        .set(fill(new ContactPhotoWriter(id, sealing), photo).forUpdate())
        .where(CONTACT_PHOTO.ID.eq(id));
  }

  private static ContactPhotoWriter fill(ContactPhotoWriter writer, @Nullable Photo photo) {
    return writer
        .image(photo == null ? null : photo.image())
        .thumbnail(photo == null ? null : photo.thumbnail());
  }

  /** The row and version of a contact's photo; null where there is none, or an empty one. */
  @Nullable StoredPhoto stored(ContactId contact) {
    return dsl.select(CONTACT_PHOTO.ID, CONTACT_PHOTO.VERSION)
        .from(CONTACT_PHOTO)
        .where(CONTACT_PHOTO.CONTACT_ID.eq(contact.value()), CONTACT_PHOTO.IMAGE.isNotNull())
        .fetchOne(row -> new StoredPhoto(row.value1(), row.value2()));
  }

  /** Empties the row; its history keeps what it had. */
  void empty(UUID id) {
    update(id, null).execute();
  }

  private static List<UUID> values(Collection<ContactId> contacts) {
    return contacts.stream().map(ContactId::value).toList();
  }
}
