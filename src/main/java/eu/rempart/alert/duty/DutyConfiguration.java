package eu.rempart.alert.duty;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Operators;
import eu.rempart.account.Operators.Operator;
import eu.rempart.account.Rights;
import eu.rempart.alert.queue.AddressBook;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Duty, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class DutyConfiguration {

  @Bean
  DutyRoster dutyRoster(DutyRepository repository, Operators operators, AddressBook book) {
    return new DutyRoster(
        repository,
        member -> operators.find(member).filter(Operator::active).isPresent(),
        member -> !book.usable(member).isEmpty(),
        InstantSource.system());
  }

  @Bean
  DutyService dutyService(
      DutyRepository repository,
      DutyRoster roster,
      AddressBook book,
      Operators operators,
      LedgerQueries ledger,
      Writes writes,
      Rights rights,
      CurrentMember current) {
    return new DutyService(
        repository,
        roster,
        book,
        operators,
        ledger,
        writes,
        rights,
        current,
        InstantSource.system());
  }
}
