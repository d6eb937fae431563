package eu.rempart.bench;

import eu.rempart.common.AddressKind;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.Ids;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.PostalAddress;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactService;
import eu.rempart.db.OwnerAccess;
import eu.rempart.db.Reason;
import eu.rempart.search.SearchIndex;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * {@code ./rempart bench search --contacts N --rounds N [--only pages]}: the same people sealed in
 * Rempart and in clear in the same PostgreSQL, the same searches in turn. Each search gives the
 * first 50 rows, read and opened, and the total up to 10,000.
 */
final class SearchBench {

  private static final int BATCH = 1_000;
  private static final int PAGE = 50;

  /**
   * A server runs for weeks. The compiler of the JVM is at work for the first 10,000 pages or so,
   * and takes more from the first of them than they cost.
   */
  private static final int WARM_PAGES = 10_000;

  /** What the table in clear has. The list shows companies besides, which come by a join. */
  private static final Set<ContactColumn> IN_CLEAR =
      EnumSet.of(
          ContactColumn.NAME,
          ContactColumn.EMAIL,
          ContactColumn.PHONE,
          ContactColumn.CITY,
          ContactColumn.CHANGED);

  private final BenchServer server;
  private final ClearTable clear;
  private final ContactService contacts;
  private final SyntheticPeople people = new SyntheticPeople(7);
  private final SplittableRandom random = new SplittableRandom(11);
  private final SearchTexts typed;
  private final int count;
  private final int rounds;
  private final PrintStream out;

  private SearchBench(
      BenchServer server, ClearTable clear, int count, int rounds, PrintStream out) {
    this.server = server;
    this.clear = clear;
    this.contacts = server.bean(ContactService.class);
    this.count = count;
    this.typed = new SearchTexts(people, random, count);
    this.rounds = rounds;
    this.out = out;
  }

  static void main(String[] options) throws Exception {
    int count = Benchmarks.number(options, "--contacts", 100_000);
    int rounds = Benchmarks.number(options, "--rounds", 100);
    try (BenchServer server = BenchServer.start();
        ClearTable clear = new ClearTable(server.bean(OwnerAccess.class))) {
      SearchBench bench = new SearchBench(server, clear, count, rounds, System.out);
      bench.load();
      bench.head();
      if (!List.of(options).containsAll(List.of("--only", "pages"))) {
        bench.searches();
      }
      bench.pages("any page of the sorted list", IN_CLEAR);
      bench.pages("… with company and job title", ContactColumn.DEFAULT);
    }
  }

  private void head() {
    out.printf(
        "%n%-28s %17s %17s %17s %8s%n%-28s %17s %17s %17s %8s%n",
        "milliseconds",
        "sealed",
        "trigrams in clear",
        "words in clear",
        "ratio",
        "",
        "median      p95",
        "median      p95",
        "median      p95",
        "sealed/trigrams");
  }

  private void searches() throws Exception {
    search("rare word", typed::rare, true);
    search("1 letter", person -> SearchTexts.letters(person, 1), true);
    search("2 letters", person -> SearchTexts.letters(person, 2), true);
    search("3 letters", person -> SearchTexts.letters(person, 3), true);
    search("frequent surname", person -> typed.frequent(), true);
    search("first and last name", person -> person.firstName() + " " + person.lastName(), true);
    search("e-mail", SyntheticPerson::email, true);
    search("part of a phone number", person -> person.phone().substring(4, 10), false);
    search("inside of a word", person -> SearchTexts.inside(person.lastName()), false);
    typos();
  }

  private void load() throws Exception {
    server.dropIndex();
    double sealed = seconds(this::loadSealed);
    out.printf(
        Locale.ROOT,
        "%,d contacts sealed in %.0f s (%,.0f a second)%n",
        count,
        sealed,
        count / sealed);
    clear.settle("contact");
    double loaded = seconds(this::loadClear);
    out.printf(
        Locale.ROOT,
        "the same in clear in %.0f s, and %.0f s for the indexes%n",
        loaded,
        clear.index());
    double before = Benchmarks.cpuSeconds();
    double built = server.buildIndex();
    out.printf(
        Locale.ROOT,
        "index in memory built in %.1f s (%.1f s of this process's CPU): %,d MB%n",
        built,
        Benchmarks.cpuSeconds() - before,
        server.bean(SearchIndex.class).size("contact") >> 20);
  }

  private Void loadSealed() {
    for (int from = 0; from < count; from += BATCH) {
      Map<ContactId, ContactData> batch = new LinkedHashMap<>();
      for (int i = from; i < Math.min(count, from + BATCH); i++) {
        batch.put(new ContactId(Ids.next()), contact(people.person(i)));
      }
      server.work(() -> contacts.createAll(batch, Reason.IMPORT));
    }
    return null;
  }

  private Void loadClear() throws Exception {
    for (int from = 0; from < count; from += BATCH) {
      clear.load(people, from, Math.min(count, from + BATCH));
    }
    return null;
  }

  private static ContactData contact(SyntheticPerson person) {
    return ContactData.builder()
        .firstName(person.firstName())
        .lastName(person.lastName())
        .emails(List.of(EmailEntry.of(EmailAddress.of(person.email()), EmailKind.WORK, true)))
        .phones(
            List.of(PhoneEntry.of(PhoneNumber.of(person.phone(), null), PhoneKind.MOBILE, true)))
        .addresses(List.of(new PostalAddress(AddressKind.WORK, "", person.city(), "", "", null)))
        .build();
  }

  private void search(String kind, Function<SyntheticPerson, String> text, boolean asWords)
      throws Exception {
    List<String> texts = typed.texts(text, rounds);
    long[] sealed = new long[rounds];
    long[] trigrams = new long[rounds];
    long[] words = new long[rounds];
    for (int i = -rounds; i < rounds; i++) {
      String word = texts.get(Math.abs(i) % rounds);
      long sealedTook = nanos(() -> sealed(query(word, ContactColumn.DEFAULT), 0));
      long trigramsTook = nanos(() -> clear.trigram(SearchTexts.patterns(word)));
      long wordsTook = asWords ? nanos(() -> clear.words(SearchTexts.tsquery(word))) : 0;
      if (i >= 0) {
        sealed[i] = sealedTook;
        trigrams[i] = trigramsTook;
        words[i] = wordsTook;
      }
    }
    Timing ours = Timing.of(sealed);
    Timing theirs = Timing.of(trigrams);
    out.printf(
        Locale.ROOT,
        "%-28s %17s %17s %17s %8.2f%n",
        kind,
        ours,
        theirs,
        asWords ? Timing.of(words) : "-",
        ours.median() / theirs.median());
  }

  private void typos() throws Exception {
    List<String> texts = typed.texts(person -> SearchTexts.typo(person.lastName()), rounds);
    long[] sealed = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      String word = texts.get(i);
      sealed[i] = nanos(() -> sealed(query(word, ContactColumn.DEFAULT), 0));
    }
    out.printf("%-28s %17s %17s %17s%n", "one typo", Timing.of(sealed), "-", "-");
  }

  private void pages(String kind, Set<ContactColumn> shown) throws Exception {
    long[] sealed = new long[rounds];
    long[] keyset = new long[rounds];
    for (int i = -Math.max(rounds, WARM_PAGES); i < rounds; i++) {
      int offset = random.nextInt(Math.max(1, count - PAGE));
      SyntheticPerson person = people.person(offset);
      long sealedTook = nanos(() -> sealed(query("", shown), offset));
      long keysetTook =
          nanos(
              () ->
                  clear.pageAfter(
                      person.lastName() + " " + person.firstName(), new UUID(offset, offset)));
      if (i >= 0) {
        sealed[i] = sealedTook;
        keyset[i] = keysetTook;
      }
    }
    Timing ours = Timing.of(sealed);
    Timing theirs = Timing.of(keyset);
    out.printf(
        Locale.ROOT,
        "%-28s %17s %17s %17s %8.2f%n",
        kind,
        ours,
        "(keyset)" + theirs,
        "-",
        ours.median() / theirs.median());
  }

  private Object sealed(ContactQuery query, int offset) {
    List<Object> answer = new ArrayList<>();
    server.work(() -> answer.add(contacts.page(query, offset, PAGE)));
    return answer;
  }

  private static ContactQuery query(String text, Set<ContactColumn> shown) {
    return new ContactQuery(text, ContactFilter.NONE, ContactColumn.NAME, false, shown);
  }

  private static long nanos(Callable<Object> work) throws Exception {
    long start = System.nanoTime();
    Object answer = work.call();
    long took = System.nanoTime() - start;
    if (answer == null) {
      throw new IllegalStateException("no answer");
    }
    return took;
  }

  private static double seconds(Callable<Void> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e9;
  }
}
