package eu.rempart.quote.letterhead;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.CountryCode;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.Picture;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to the letterhead. Every method needs a right, and throws where it is missing. */
@Service
public class LetterheadService {

  /** Most characters of a line. */
  public static final int MAX_LINE = 249;

  /** Most characters of a text of several lines. */
  public static final int MAX_TEXT = 2_000;

  private final LetterheadRepository repository;
  private final Writes writes;
  private final Rights rights;

  LetterheadService(LetterheadRepository repository, Writes writes, Rights rights) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
  }

  /** The letterhead; an empty one where nobody wrote it yet. */
  public KeptLetterhead find() {
    rights.require(Right.READ_RECORDS);
    return repository.find();
  }

  /**
   * Writes the letterhead; false where somebody else did so meanwhile.
   *
   * @param version that the person saw; 0 where there was none
   * @throws InvalidFieldException if a value can't be kept
   */
  public boolean save(int version, Letterhead letterhead) {
    return save(version, letterhead, null);
  }

  /**
   * As {@link #save(int, Letterhead)}, with another logo in the place of the one that it names.
   *
   * @param logo null to leave it at that one
   */
  public boolean save(int version, Letterhead letterhead, @Nullable NewLogo logo) {
    rights.require(Right.MANAGE_FIRM);
    check(letterhead);
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          UUID id = logo == null ? letterhead.logo() : Ids.next();
          Letterhead whole = letterhead.withLogo(id);
          boolean saved =
              version == 0 ? repository.insert(whole) : repository.update(version, whole);
          if (saved && logo != null && id != null) {
            repository.insert(id, logo);
          }
          return saved;
        });
  }

  /** The logo that a letterhead names; empty where there is none, or where it does not open. */
  public Optional<Picture> logo(Letterhead letterhead) {
    rights.require(Right.READ_RECORDS);
    return Optional.ofNullable(letterhead.logo()).flatMap(repository::logo);
  }

  private static void check(Letterhead letterhead) {
    required("name", letterhead.name());
    required("country", letterhead.country());
    if (CountryCode.parse(letterhead.country()).isEmpty()) {
      throw invalid("country", Problem.BAD_REFERENCE);
    }
    Map<String, @Nullable String> lines = new LinkedHashMap<>();
    lines.put("name", letterhead.name());
    lines.put("vat_number", letterhead.vatNumber());
    lines.put("register_number", letterhead.registerNumber());
    lines.put("email", letterhead.email());
    lines.put("phone", letterhead.phone());
    lines.put("website", letterhead.website());
    lines.forEach((column, text) -> length(column, text, MAX_LINE));
    length("address", letterhead.address(), MAX_TEXT);
    length("bank", letterhead.bank(), MAX_TEXT);
    length("footer", letterhead.footer(), MAX_TEXT);
    length("terms", letterhead.terms(), MAX_TEXT);
    letterhead
        .termsByLanguage()
        .forEach(
            (language, text) -> {
              if (!language.matches("[a-z]{2,3}")) {
                throw invalid("terms", Problem.BAD_REFERENCE);
              }
              length("terms", text, MAX_TEXT);
            });
  }

  private static void required(String column, @Nullable String text) {
    if (text == null) {
      throw invalid(column, Problem.REQUIRED);
    }
  }

  private static void length(String column, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      throw invalid(column, Problem.TOO_LONG);
    }
  }

  private static InvalidFieldException invalid(String column, Problem problem) {
    return new InvalidFieldException("letterhead.field." + column, problem);
  }
}
