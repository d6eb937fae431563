package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.archive.ArchiveService;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealId;
import eu.rempart.deal.board.BoardService;
import eu.rempart.draft.DraftService;
import eu.rempart.exchange.export.DealExport;
import eu.rempart.exchange.export.RecordExport;
import eu.rempart.history.HistoryService;
import eu.rempart.search.SearchIndex;
import eu.rempart.shell.GlobalSearch;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm with records that one of its members may not read. */
abstract class WithHiddenRecords extends WithNarrowedMembers {

  @Autowired protected BoardService boards;
  @Autowired protected DealContactService people;
  @Autowired protected HistoryService history;
  @Autowired protected ArchiveService archive;
  @Autowired protected RecordExport export;
  @Autowired protected DealExport dealExport;
  @Autowired protected DraftService drafts;
  @Autowired protected SearchIndex index;
  @Autowired protected List<GlobalSearch> searches;
  @Autowired protected DSLContext dsl;

  protected SignedInMember eve;
  protected String word;
  protected CompanyId firm;
  protected ContactId person;
  protected DealId deal;

  /** Eve's own deal, with the firm and the person that she may not know. */
  protected DealId own;

  @BeforeEach
  void hide() {
    eve = narrowed(Role.MANAGER, only(Scope.OWN));
    UUID admin = admin().memberId();
    word = "q" + UUID.randomUUID().toString().substring(0, 8);
    firm = firm("Firm " + word, admin);
    person = person("Person" + word, admin);
    links.link(person, firm, new LinkData("Chief " + word, null, true, true));
    deal = deal("Deal " + word, firm, admin);
    own = deal("Eve's garden", firm, eve.memberId());
    people.add(own, person, null);
    people.add(deal, person, null);
  }

  /** Nothing of what a browser is sent of these pages says the word to Eve. */
  protected void pagesSayNothing(String... paths) {
    act(eve);
    for (String path : paths) {
      assertThat(sent(path)).as(path).doesNotContain(word);
    }
    admin();
  }
}
