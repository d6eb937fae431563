package eu.rempart.bench;

import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.SearchSource;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Builds an index of synthetic contacts without database and vault, and measures time, memory and
 * queries. Option: how many contacts (--contacts), 1,000,000 unless given.
 */
public final class IndexBench {

  private static final SearchField<String> NAME = SearchField.text("name").asSorted();
  private static final SearchField<String> FIRST =
      SearchField.text("first").notSearched().asSorted();
  private static final SearchField<String> COMPANY =
      SearchField.text("company").asSorted().asFiltered();
  private static final SearchField<String> JOB = SearchField.text("job").asSorted();
  private static final SearchField<String> CITY = SearchField.text("city").asSorted().asFiltered();
  private static final SearchField<String> EMAIL = SearchField.email("email").asSorted();
  private static final SearchField<String> PHONE = SearchField.phone("phone").asSorted();
  private static final SearchField<String> COUNTRY = SearchField.keyword("country");
  private static final SearchField<LocalDate> BIRTHDAY = SearchField.date("birthday");
  private static final SearchField<Instant> CREATED = SearchField.instant("created");
  private static final SearchSchema SCHEMA =
      SearchSchema.of(
          "contact", NAME, FIRST, COMPANY, JOB, CITY, EMAIL, PHONE, COUNTRY, BIRTHDAY, CREATED);
  private static final int ROUNDS = 200;

  private final PrintStream out;
  private final SyntheticPeople people = new SyntheticPeople(7);
  private final SplittableRandom random = new SplittableRandom(11);
  private final int count;

  private IndexBench(int count, PrintStream out) {
    this.count = count;
    this.out = out;
  }

  public static void main(String[] arguments) throws InterruptedException {
    new IndexBench(Benchmarks.number(arguments, "--contacts", 1_000_000), System.out).run();
  }

  private void run() throws InterruptedException {
    long before = usedMemory();
    long start = System.nanoTime();
    try (SearchIndex index = new SearchIndex(() -> List.of(new Source()), Locale.FRENCH)) {
      CountDownLatch ready = new CountDownLatch(1);
      index.onStateChange(
          () -> {
            if (index.state("contact").ready()) {
              ready.countDown();
            }
          });
      index.open(Runnable::run);
      ready.await();
      out.printf(
          "%,d contacts built in %.1f s, %.1f s of CPU with everything%n",
          count, (System.nanoTime() - start) / 1e9, Benchmarks.cpuSeconds());
      out.printf(
          "heap after building: %,d MB, of which the index: %,d MB%n",
          (usedMemory() - before) >> 20, index.size("contact") >> 20);
      queries(index);
      pages(index);
      updates(index);
      out.printf("heap with every sort column in use: %,d MB%n", (usedMemory() - before) >> 20);
    }
  }

  private void queries(SearchIndex index) {
    search(index, "1 letter", i -> "" + (char) ('a' + random.nextInt(26)));
    search(index, "2 letters", i -> someone().lastName().substring(0, 2));
    search(index, "3 letters", i -> someone().lastName().substring(0, 3));
    search(index, "frequent surname", i -> NameLists.FRANCE.surnames().get(i % 30));
    search(index, "any surname", i -> someone().lastName());
    search(
        index,
        "first and last name",
        i -> {
          SyntheticPerson person = someone();
          return person.firstName() + " " + person.lastName();
        });
    search(index, "e-mail", i -> someone().email());
    search(index, "start of an e-mail", i -> someone().email().split("@")[0]);
    search(index, "whole phone", i -> someone().phone());
    search(index, "phone, 6 digits", i -> "0" + someone().phone().substring(3, 8));
    search(index, "phone, 4 digits", i -> someone().phone().substring(8));
    search(index, "phone, 3 digits", i -> someone().phone().substring(9));
    search(index, "inside, 3 letters", i -> inside(someone().lastName(), 3));
    search(index, "inside, 5 letters", i -> inside(someone().lastName(), 5));
    search(index, "one typo", i -> typo(someone().lastName()));
    search(index, "nothing", i -> "qzx" + i);
    measure(
        "global search, 3 letters", i -> index.everywhere(someone().lastName().substring(0, 3), 5));
    measure(
        "duplicates",
        i -> {
          SyntheticPerson person = someone();
          return index.likelyDuplicates(
              "contact",
              person.firstName() + " " + person.lastName(),
              List.of(person.email()),
              List.of(person.phone()),
              5);
        });
  }

  private void pages(SearchIndex index) {
    SearchQuery all = SearchQuery.all("contact");
    measure("first page by name", i -> index.page(all, 0, 50));
    measure("any page by name", i -> index.page(all, random.nextInt(count - 50), 50));
    for (SearchField<?> field : List.of(CREATED, EMAIL, COMPANY)) {
      SearchQuery sorted = all.sort(SearchSort.descending(field));
      long start = System.nanoTime();
      SearchPage unused = index.page(sorted, 0, 50);
      out.printf(
          "column %s made in %.0f ms (%d)%n",
          field.name(), (System.nanoTime() - start) / 1e6, unused.ids().size());
      measure(
          "any page by " + field.name(), i -> index.page(sorted, random.nextInt(count - 50), 50));
    }
    SearchQuery byDate = all.sort(SearchSort.descending(CREATED));
    measure("1 letter, by date", i -> index.page(byDate.text("m"), 0, 50));
    measure("frequent surname, by date", i -> index.page(byDate.text("martin"), 0, 50));
    SearchQuery filtered = all.filter(Filter.is(COUNTRY, "RO"));
    measure("filter by country", i -> index.page(filtered, 0, 50));
    measure(
        "filter by a month of creation",
        i ->
            index.page(
                all.filter(
                    Filter.between(
                        CREATED,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2020-02-01T00:00:00Z"))),
                0,
                50));
    measure("deep in 1 letter (100,000th)", i -> index.page(all.text("m"), 100_000, 50));
  }

  private void updates(SearchIndex index) {
    measure(
        "change and see it",
        i -> {
          index.changed("contact", List.of(new UUID(i, i)));
          return index.page(SearchQuery.all("contact"), 0, 50);
        });
    measure(
        "any page by name, after changes",
        i -> index.page(SearchQuery.all("contact"), random.nextInt(count - 50), 50));
    search(index, "3 letters, after changes", i -> someone().lastName().substring(0, 3));
  }

  private void search(SearchIndex index, String kind, IntFunction<String> text) {
    measure(kind, i -> index.page(SearchQuery.all("contact").text(text.apply(i)), 0, 50));
  }

  private void measure(String what, IntFunction<Object> work) {
    long[] nanos = new long[ROUNDS];
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Object result = work.apply(Math.abs(i));
      long took = System.nanoTime() - start;
      if (i >= 0 && result != null) {
        nanos[i] = took;
      }
    }
    Arrays.sort(nanos);
    out.printf(
        "%-36s median %7.3f ms   p95 %7.3f ms%n",
        what, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6);
  }

  private SyntheticPerson someone() {
    return people.person(random.nextInt(count));
  }

  private static String inside(String word, int length) {
    String longEnough = word.length() > length ? word : word + "steinbach";
    return longEnough.substring(1, 1 + length);
  }

  private static String typo(String word) {
    String w = word.length() < 6 ? word + "berger" : word;
    return w.substring(0, 3) + w.charAt(4) + w.charAt(3) + w.substring(5);
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private final class Source implements SearchSource {
    @Override
    public SearchSchema schema() {
      return SCHEMA;
    }

    @Override
    public long estimate() {
      return count;
    }

    @Override
    public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
      for (int from = 0; from < count; from += 1_000) {
        int first = from;
        batches.accept(
            () -> {
              List<SearchDocument> batch = new ArrayList<>(1_000);
              for (int i = first; i < Math.min(count, first + 1_000); i++) {
                batch.add(document(i));
              }
              return batch;
            });
      }
    }

    @Override
    public List<SearchDocument> read(Set<UUID> ids) {
      return ids.stream().map(id -> document(id.getMostSignificantBits())).toList();
    }

    private SearchDocument document(long number) {
      SyntheticPerson person = people.person(number);
      return SearchDocument.of(new UUID(number, number))
          .with(NAME, person.lastName() + " " + person.firstName())
          .with(FIRST, person.firstName())
          .with(COMPANY, person.company())
          .with(JOB, person.jobTitle())
          .with(CITY, person.city())
          .with(EMAIL, person.email())
          .with(PHONE, person.phone())
          .with(COUNTRY, person.country())
          .with(BIRTHDAY, person.birthday())
          .with(CREATED, person.created())
          .build();
    }
  }
}
