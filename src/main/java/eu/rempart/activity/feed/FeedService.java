package eu.rempart.activity.feed;

import eu.rempart.account.AbsentMembers;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.feed.Feed.Tells;
import eu.rempart.activity.feed.FeedQueries.Planned;
import eu.rempart.activity.ical.FeedFile;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the feed of whoever is signed in, and to what a link tells whoever has it. */
@Service
public class FeedService {

  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final int SECRET_BYTES = 32;

  private final FeedRepository repository;
  private final FeedQueries queries;
  private final FeedKey key;
  private final AbsentMembers absent;
  private final Rights rights;
  private final CurrentMember member;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Autowired
  FeedService(
      FeedRepository repository,
      FeedQueries queries,
      FeedKey key,
      AbsentMembers absent,
      Rights rights,
      CurrentMember member) {
    this(repository, queries, key, absent, rights, member, Clock.systemUTC());
  }

  FeedService(
      FeedRepository repository,
      FeedQueries queries,
      FeedKey key,
      AbsentMembers absent,
      Rights rights,
      CurrentMember member,
      Clock clock) {
    this.repository = repository;
    this.queries = queries;
    this.key = key;
    this.absent = absent;
    this.rights = rights;
    this.member = member;
    this.clock = clock;
  }

  /** The feed of whoever is signed in, if there is one. */
  public Optional<Feed> mine() {
    rights.require(Right.READ_RECORDS);
    return repository.of(member.id());
  }

  /**
   * Makes a link, which takes the place of the one before.
   *
   * @return the secret in it, which nobody can ask for again
   */
  @Transactional
  public String create(Tells tells, Locale language) {
    rights.require(Right.READ_RECORDS);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    repository.put(member.id(), hash(text), tells, language.getLanguage());
    return text;
  }

  /** Agrees to tell more, or no longer. */
  @Transactional
  public void tell(Tells tells) {
    rights.require(Right.READ_RECORDS);
    repository.tell(member.id(), tells);
  }

  /** Takes the link back: it tells nothing from now on. */
  public void revoke() {
    rights.require(Right.READ_RECORDS);
    var _ = repository.delete(member.id());
  }

  /**
   * What a link tells, as iCalendar; empty for a link that there is not. For everybody: whoever
   * knows 256 random bits was told them. It tells what its member may read when it is asked.
   *
   * @param words in the language of the feed for a key of the texts
   */
  @PermitAll
  public Optional<String> answer(String secret, Words words) {
    byte[] hash = hash(secret);
    Optional<Feed> feed = repository.by(hash);
    feed.ifPresent(found -> repository.used(found.memberId(), clock.instant()));
    return feed.map(found -> write(found, hash, words));
  }

  /** Texts of a language. */
  public interface Words {
    String of(Locale language, String key);
  }

  private String write(Feed feed, byte[] hash, Words words) {
    Locale language = Locale.of(feed.language());
    String busy = words.of(language, "activity.feed.busy");
    boolean wants = feed.tells() == Tells.SUBJECTS;
    return key.open(
        handle ->
            absent
                .find(feed.memberId(), handle)
                .map(
                    owner ->
                        wants && repository.isAgreed(feed.memberId(), hash)
                            ? told(owner, words, language)
                            : times(owner, busy))
                .orElseGet(() -> file(List.of(), busy)),
        () ->
            file(
                planned(feed.memberId(), false),
                wants ? words.of(language, "activity.feed.locked") : busy));
  }

  private String told(SignedInMember owner, Words words, Locale language) {
    String none = words.of(language, "activity.feed.none");
    return as(owner, hidden -> file(seen(owner, hidden, true), none));
  }

  private String times(SignedInMember owner, String busy) {
    return as(owner, hidden -> file(seen(owner, hidden, false), busy));
  }

  private List<Planned> seen(SignedInMember owner, Set<String> hidden, boolean told) {
    return hidden.contains("starts_at")
        ? List.of()
        : planned(owner.memberId(), told).stream().map(one -> one.without(hidden)).toList();
  }

  /**
   * With what the owner may read, as the database sees to it, and the columns that they may not.
   */
  private String as(SignedInMember owner, Function<Set<String>, String> work) {
    AtomicReference<String> answer = new AtomicReference<>("");
    member.runAs(owner, () -> answer.set(work.apply(rights.hidden("activity"))));
    return Objects.requireNonNull(answer.get());
  }

  private List<Planned> planned(UUID owner, boolean told) {
    Instant now = clock.instant();
    return queries.planned(owner, now.minus(BACK), now.plus(AHEAD), told);
  }

  private static String file(List<Planned> planned, String otherwise) {
    FeedFile file = new FeedFile();
    planned.forEach(
        one ->
            file.add(
                one.key(),
                one.subject() == null ? otherwise : one.subject(),
                one.place(),
                one.when(),
                one.minutes(),
                one.reminders()));
    return file.text();
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
