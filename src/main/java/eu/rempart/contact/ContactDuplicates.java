package eu.rempart.contact;

import eu.rempart.common.Page;
import eu.rempart.duplicate.DuplicateSource;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.Total;
import eu.rempart.search.question.Duplicate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How contacts that are there twice are found. */
@Component
class ContactDuplicates implements DuplicateSource {

  private static final int BATCH = 200;

  private final ContactService contacts;
  private final KindSearch index;

  ContactDuplicates(ContactService contacts, SearchIndex index) {
    this.contacts = contacts;
    this.index = new KindSearch(index, ContactSearch.KIND);
  }

  @Override
  public String kind() {
    return "contact";
  }

  /** No further than lists count; beyond, the bar stands still before it is full. */
  @Override
  public int estimate() {
    Page<ContactRow> none = contacts.page(ContactQuery.ALL, 0, 0);
    return none.exact() ? none.total() : Total.CAP * 10;
  }

  @Override
  public Stream<List<UUID>> ids() {
    return contacts
        .ids(ContactQuery.ALL, BATCH)
        .map(ids -> ids.stream().map(ContactId::value).toList());
  }

  @Override
  public Map<UUID, List<Duplicate>> likely(List<UUID> batch) {
    Map<UUID, List<Duplicate>> likely = new HashMap<>();
    for (Contact each : contacts.findAll(batch.stream().map(ContactId::new).toList())) {
      ContactData data = each.data();
      List<Duplicate> found =
          index.alike(
              data.name().full(),
              data.emails().stream().map(e -> e.address().value()).toList(),
              data.phones().stream().map(p -> p.number().dialled()).toList(),
              each.id().value());
      if (!found.isEmpty()) {
        likely.put(each.id().value(), found);
      }
    }
    return likely;
  }
}
