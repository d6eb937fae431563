package eu.rempart.quote.letterhead;

import static eu.rempart.db.generated.Tables.LETTERHEAD;
import static eu.rempart.db.generated.Tables.LETTERHEAD_LOGO;

import eu.rempart.common.Picture;
import eu.rempart.db.generated.LetterheadLogoWriter;
import eu.rempart.db.generated.LetterheadWriter;
import eu.rempart.db.generated.OpenedLetterhead;
import eu.rempart.db.generated.OpenedLetterheadLogo;
import eu.rempart.db.generated.tables.records.LetterheadRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The one letterhead in the database; sealed on the way in, opened on the way out. */
@Repository
class LetterheadRepository {

  /** The id of the one row: whoever writes a second one meets the primary key. */
  static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

  private final DSLContext dsl;
  private final Sealing sealing;

  LetterheadRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  KeptLetterhead find() {
    return dsl.selectFrom(LETTERHEAD)
        .where(LETTERHEAD.ID.eq(ID))
        .fetchOptional()
        .map(this::letterhead)
        .orElse(KeptLetterhead.NONE);
  }

  private KeptLetterhead letterhead(LetterheadRecord row) {
    OpenedLetterhead opened = new OpenedLetterhead(row, sealing);
    Map<String, String> unopenable = new HashMap<>();
    Letterhead letterhead =
        new Letterhead(
            text("name", opened.name(), unopenable),
            text("address", opened.address(), unopenable),
            text("country", opened.country(), unopenable),
            text("vat_number", opened.vatNumber(), unopenable),
            text("register_number", opened.registerNumber(), unopenable),
            text("email", opened.email(), unopenable),
            text("phone", opened.phone(), unopenable),
            text("website", opened.website(), unopenable),
            text("bank", opened.bank(), unopenable),
            text("footer", opened.footer(), unopenable),
            text("terms", opened.terms(), unopenable),
            Letterhead.terms(text("terms_by_language", opened.termsByLanguage(), unopenable)),
            row.getLogoId());
    return new KeptLetterhead(row.getVersion(), letterhead, unopenable);
  }

  private static @Nullable String text(
      String column, Opened<String> opened, Map<String, String> unopenable) {
    return switch (opened) {
      case Opened.Clear<String>(var value) -> value;
      case Opened.Unopenable<String>(var code) -> {
        unopenable.put(column, code);
        yield null;
      }
    };
  }

  /** Writes the first one; false where somebody did so meanwhile. */
  boolean insert(Letterhead letterhead) {
    return dsl.insertInto(LETTERHEAD)
            .set(write(letterhead).forInsert())
            .onConflict(LETTERHEAD.ID)
            .doNothing()
            .execute()
        == 1;
  }

  /** Writes it, if the version is still this one. */
  boolean update(int version, Letterhead letterhead) {
    return dsl.update(LETTERHEAD)
            .set(write(letterhead).forUpdate())
            .where(LETTERHEAD.ID.eq(ID), LETTERHEAD.VERSION.eq(version))
            .execute()
        == 1;
  }

  private LetterheadWriter write(Letterhead letterhead) {
    return new LetterheadWriter(ID, sealing)
        .name(letterhead.name())
        .address(letterhead.address())
        .country(letterhead.country())
        .vatNumber(letterhead.vatNumber())
        .registerNumber(letterhead.registerNumber())
        .email(letterhead.email())
        .phone(letterhead.phone())
        .website(letterhead.website())
        .bank(letterhead.bank())
        .footer(letterhead.footer())
        .terms(letterhead.terms())
        .termsByLanguage(letterhead.termsJson())
        .logoId(letterhead.logo());
  }

  /** A logo; empty where there is none of this id, or where it does not open. */
  Optional<Picture> logo(UUID id) {
    return dsl.selectFrom(LETTERHEAD_LOGO)
        .where(LETTERHEAD_LOGO.ID.eq(id))
        .fetchOptional()
        .flatMap(
            row -> Optional.ofNullable(new OpenedLetterheadLogo(row, sealing).image().orNull()));
  }

  /** Adds a logo, which stays as it is. */
  void insert(UUID id, NewLogo logo) {
    dsl.insertInto(LETTERHEAD_LOGO)
        .set(
            new LetterheadLogoWriter(id, sealing)
                .name(logo.fileName())
                .image(logo.picture())
                .forInsert())
        .execute();
  }
}
