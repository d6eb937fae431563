package eu.rempart.draft;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what the signed-in member types, until it is saved or given up. Nobody else's drafts can be
 * reached; what is kept is sealed under the organisation's key like a record.
 */
@Service
@Transactional
public class DraftService {

  /** What one draft holds, as JSON. */
  private record Content<T>(T before, T typed) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DraftRepository drafts;
  private final Rights rights;
  private final CurrentMember current;
  private final Clock clock;

  @Autowired
  DraftService(DraftRepository drafts, Rights rights, CurrentMember current) {
    this(drafts, rights, current, Clock.systemUTC());
  }

  DraftService(DraftRepository drafts, Rights rights, CurrentMember current, Clock clock) {
    this.drafts = drafts;
    this.rights = rights;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Keeps a form in the place of what was kept of it before.
   *
   * @param version of the record when the member began; 0 for a new one
   * @param before the record when the member began; a Java record
   */
  public <T> void keep(DraftKey key, int version, T before, T typed) {
    rights.require(Right.WRITE_RECORDS);
    String text = JSON.writeValueAsString(new Content<>(before, typed));
    drafts.put(current.id(), key, version, text, clock.instant());
  }

  /**
   * What the member left unfinished; empty where there is nothing, or where it does not open or fit
   * a newer version of Rempart.
   */
  @Transactional(readOnly = true)
  public <T> Optional<Draft<T>> find(DraftKey key, Class<T> type) {
    rights.require(Right.WRITE_RECORDS);
    return drafts.find(current.id(), key).flatMap(row -> draft(row, type));
  }

  private static <T> Optional<Draft<T>> draft(DraftRepository.Row row, Class<T> type) {
    JavaType known = JSON.getTypeFactory().constructParametricType(Content.class, type);
    return row.text().flatMap(text -> read(text, known, row.version(), row.at()));
  }

  private static <T> Optional<Draft<T>> read(String text, JavaType type, int version, Instant at) {
    try {
      Content<T> content = JSON.readValue(text, type);
      return Optional.of(new Draft<>(version, content.before(), content.typed(), at));
    } catch (JacksonException _) {
      return Optional.empty(); // its message would quote what was typed
    }
  }

  /** Forgets a form: it is saved, or given up. */
  public void drop(DraftKey key) {
    rights.require(Right.WRITE_RECORDS);
    drafts.delete(current.id(), key);
  }
}
