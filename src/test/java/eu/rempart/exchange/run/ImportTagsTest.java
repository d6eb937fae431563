package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.contact.Contact;
import eu.rempart.exchange.run.match.FileTags;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagRules;
import eu.rempart.tag.TagService;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tags of a file on the records that come of it. */
class ImportTagsTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ImportTagsTest() {
    super(house);
  }

  private TagService tags() {
    return house.bean(TagService.class);
  }

  private Set<String> tagsOf(Contact contact) {
    return house.as(tags()::all).stream()
        .filter(tag -> contact.data().tags().contains(tag.id().value()))
        .map(Tag::name)
        .collect(Collectors.toSet());
  }

  @Test
  void knownTagsAreFoundWhateverTheirCaseAndNewOnesAreMade() {
    Tag known = house.as(() -> tags().create("Élite " + host.substring(1, 7)));
    String name = known.name().toUpperCase(java.util.Locale.ROOT).replace('É', 'E');

    run("Email,Tags\nana@H,%s; New H\nluc@H,\"new H,%s\"\n".formatted(name, name));

    assertThat(one("ana").data().tags()).hasSize(2).contains(known.id().value());
    assertThat(one("luc").data().tags()).isEqualTo(one("ana").data().tags());
    assertThat(tagsOf(one("ana"))).contains(of("New H"), known.name());
  }

  @Test
  void furtherTagsAreAddedAndNoneIsTakenAway() {
    run("Email,Tags\nana@H,One H\n");
    run("Email,Tags\nana@H,Two H\n");
    run("Email,Tags\nana@H,\n");

    assertThat(tagsOf(one("ana"))).containsExactlyInAnyOrder(of("One H"), of("Two H"));
  }

  @Test
  void aPreviewMakesNone() {
    int before = house.as(tags()::all).size();
    BroughtFile file = bring("Email,Tags\nana@H,Preview H\n");

    ImportJob job = house.as(() -> house.imports().preview(table(file), MatchPolicy.UPDATE));
    await(job);

    assertThat(house.as(tags()::all)).hasSize(before);
  }

  @Test
  void anUndoneImportTakesItsNewTagsToTheBin() {
    ImportJob job = run("Email,Tags\nana@H,Gone H\n");
    house.as(() -> house.undo().start(job.id()).join());

    assertThat(house.as(tags()::all)).extracting(Tag::name).doesNotContain(of("Gone H"));
  }

  @Test
  void sentencesAreNoTagsAndGoIntoTheDescription() {
    String sentence = "Met at the fair in Lille where they asked for hemp";

    run("Email,Tags\nana@H,Fair H;" + sentence + "\n");

    assertThat(sentence.length()).isGreaterThan(TagRules.MAX_NAME);
    assertThat(tagsOf(one("ana"))).containsExactly(of("Fair H"));
    assertThat(one("ana").data().description()).isEqualTo(sentence);
  }

  @Test
  void aColumnOfDifferentTextsMakesNoTagOfEach() {
    List<String> rows =
        IntStream.range(0, FileTags.MOST_NEW + 50)
            .mapToObj(i -> "u%d@H,Text %d H".formatted(i, i))
            .toList();

    run("Email,Tags\n" + String.join("\n", rows) + "\n");

    long made = house.as(tags()::all).stream().filter(tag -> tag.name().endsWith(host)).count();
    assertThat(made).isEqualTo(FileTags.MOST_NEW);
    assertThat(one("u" + (FileTags.MOST_NEW + 10)).data().description())
        .isEqualTo(of("Text %d H".formatted(FileTags.MOST_NEW + 10)));
  }
}
