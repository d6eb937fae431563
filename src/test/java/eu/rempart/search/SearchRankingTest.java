package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.search.order.SearchPage;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best come first, and no place in the answer is lost or shown twice for it. */
final class SearchRankingTest {

  private static final String[] FIRST = {"Anna", "Johanna", "Bert", "Müller", "Zoé"};
  private static final String[] LAST = {
    "Müller", "Altmüller", "Müllerova", "Mueller", "Schmidt", "Müller-Lüdenscheidt"
  };
  private static final String[] HOUSE = {"Müller GmbH", "Altmüller KG", "Bau AG"};

  private final People people = new People();
  private OpenIndex index = OpenIndex.building(people);

  @BeforeEach
  void open() {
    index.awaitReady();
  }

  @AfterEach
  void close() {
    index.close();
  }

  private UUID add(String name) {
    return index.add(People.person(name));
  }

  private List<UUID> found(String text) {
    return index.index.page(SearchQuery.all("person").text(text), 0, 100).ids();
  }

  @Test
  void exactGoesBeforePrefixBeforeElsewhereBeforeInside() {
    UUID inside = add("Altmüller, Anna");
    UUID elsewhere = index.add(People.person("Abel, Ida").with(People.COMPANY, "Müller GmbH"));
    UUID beginning = add("Müllerova, Ada");
    UUID word = add("Müller, Zoé");
    UUID whole = add("Muller");
    assertThat(found("muller")).containsExactly(whole, word, beginning, elsewhere, inside);
    assertThat(index.index.everywhere("MÜLLER", 3).get("person"))
        .containsExactly(whole, word, beginning);
  }

  @Test
  void nameTypedWholeIsFirstInAnyOrderOfItsWords() {
    UUID johanna = add("Johanna Büchasteinmüller");
    UUID more = add("Anna Berta Müller");
    UUID anna = add("Anna Müller");
    assertThat(found("Anna Müller")).containsExactly(anna, more, johanna);
    assertThat(found("mueller anna")).containsExactly(anna, more, johanna);
    assertThat(found("müller ann")).containsExactly(more, anna, johanna);
  }

  @Test
  void wholeAddressAndWholeNumberGoFirst() {
    UUID longer =
        index.add(
            People.person("Abel")
                .with(People.EMAIL, "ann@abc.example.org")
                .with(People.PHONE, "+3361234567"));
    UUID exact =
        index.add(
            People.person("Zoé")
                .with(People.EMAIL, "ann@abc.example")
                .with(People.PHONE, "+336123456"));
    assertThat(found("ann@abc.example")).containsExactly(exact, longer);
    assertThat(found("+33 6 12 34 56")).containsExactly(exact, longer);
  }

  @Test
  void chosenOrderIsKept() {
    UUID inside = add("Altmüller, Anna");
    UUID word = add("Müller, Zoé");
    SearchQuery sorted =
        SearchQuery.all("person").text("muller").sort(SearchSort.ascending(People.NAME));
    assertThat(index.index.page(sorted, 0, 10).ids()).containsExactly(inside, word);
  }

  @ParameterizedTest
  @CsvSource({
    "Agro Alfa, Agroalfa",
    "Agroalfa, Agro Alfa",
    "Nord Agro Alfa, Nord Agroalfa",
    "agroalfa nord, Nord-Agro-Alfa",
    "Altarhartbrgr, Altarhartberger",
    "altarharbterger, Altarhartberger",
    "Tesstenbreg, Testenberg",
    "Tesstenbreg Joahn, Johan Testenberg"
  })
  void joinedWordsAndTwoTyposAreFound(String typed, String name) {
    UUID id = add(name);
    add("Somebody Else");
    assertThat(found(typed)).containsExactly(id);
  }

  @Test
  void fewerTyposHideMore() {
    add("Testenborg");
    UUID one = add("Testenbergs");
    assertThat(found("Tesstenbergs")).containsExactly(one);
  }

  @Test
  void likelyDuplicateNeedsEachWordForItself() {
    UUID vanbrugge = add("Marie Vanbrugge");
    UUID marin = add("Marie Marin");
    assertThat(index.index.likelyDuplicates("person", "Maria Marin", List.of(), List.of(), 5))
        .extracting(found -> found.id())
        .containsExactly(marin)
        .doesNotContain(vanbrugge);
  }

  @Test
  void pagesOfRankedAnswerAreTheAnswer() {
    Random random = new Random(17);
    for (int i = 0; i < 300; i++) {
      people.put(
          People.person(
                  LAST[random.nextInt(LAST.length)] + ", " + FIRST[random.nextInt(FIRST.length)])
              .with(People.COMPANY, HOUSE[random.nextInt(HOUSE.length)]));
    }
    List<UUID> ids = people.rows.keySet().stream().sorted().toList();
    index.index.changed("person", ids.subList(0, 150));
    index.index.changed("person", ids.subList(150, 300));
    List.of(ids.get(3), ids.get(170)).forEach(index::remove);
    for (String text : List.of("m", "mu", "muller", "anna muller", "muller gmbh", "zoe")) {
      SearchQuery query = SearchQuery.all("person").text(text);
      List<UUID> all = index.index.page(query, 0, 1_000).ids();
      assertThat(all).doesNotHaveDuplicates().isNotEmpty();
      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(
              index.index.page(query.sort(SearchSort.descending(People.NAME)), 0, 1_000).ids());
      for (int size : new int[] {1, 7, 50}) {
        List<UUID> byCursor = new ArrayList<>();
        index.index.pages(query, size).map(SearchPage::ids).forEach(byCursor::addAll);
        assertThat(byCursor).as("%s by %d", text, size).isEqualTo(all);
        List<UUID> byOffset = new ArrayList<>();
        for (int at = 0; at < all.size(); at += size) {
          SearchPage page = index.index.page(query, at, size);
          assertThat(page.total().count()).isEqualTo(all.size());
          byOffset.addAll(page.ids());
        }
        assertThat(byOffset).as("%s by %d", text, size).isEqualTo(all);
      }
    }
  }
}
