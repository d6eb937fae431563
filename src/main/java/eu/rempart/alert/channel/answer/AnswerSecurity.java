package eu.rempart.alert.channel.answer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Providers have a token instead of sessions, and so nothing that a foreign page could use. */
@Configuration
class AnswerSecurity {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 6)
  SecurityFilterChain alertAnswers(HttpSecurity http) {
    return http.securityMatcher(AnswerController.PATH)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .build();
  }
}
