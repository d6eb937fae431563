package eu.rempart.edge.request;

import eu.rempart.edge.abuse.Presence;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.traffic.TrafficRecorder;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** Gate 3 as a filter right behind the security headers, which refusals carry too. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

  /** What surrounds a file in the body that brings it. */
  private static final long AROUND_A_FILE = 1024 * 1024;

  @Bean
  RequestLimits requestLimits(Policies policies) {
    var limits = new RequestLimits(policies::current, System::nanoTime);
    policies.onLimitsChange(limits::forget);
    return limits;
  }

  @Bean
  AnswerCounts answerCounts() {
    return new AnswerCounts(System::nanoTime);
  }

  /** Before the gate, whose refusals are answers too. */
  @Bean
  FilterRegistrationBean<AnswerCounts> countedAnswers(AnswerCounts counts) {
    var registration = new FilterRegistrationBean<>(counts);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 9);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    registration.setAsyncSupported(true);
    return registration;
  }

  @Bean
  FilterRegistrationBean<RequestGate> requestGate(
      Places places,
      Policies policies,
      RequestLimits limits,
      TrafficRecorder recorder,
      Presence presence,
      @Value("${rempart.import.max-size:2GB}") DataSize upload) {
    var filter =
        new RequestGate(
            places,
            policies::current,
            limits,
            recorder,
            presence,
            upload.toBytes() + AROUND_A_FILE,
            System::nanoTime);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    // push takes its request away from the thread
    registration.setAsyncSupported(true);
    return registration;
  }
}
