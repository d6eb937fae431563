package eu.rempart.exchange.run;

import eu.rempart.account.MemberNames;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.company.CompanyService;
import eu.rempart.company.NamedCompanies;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.NamedContacts;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealService;
import eu.rempart.deal.NamedDeals;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.picture.PictureReader;
import eu.rempart.tag.TagService;
import org.springframework.stereotype.Component;

/** The services that an import reads and writes through. */
@Component
public record Doors(
    CompanyService companies,
    NamedCompanies namedCompanies,
    ContactService contacts,
    NamedContacts namedContacts,
    LinkService links,
    PhotoService photos,
    PictureReader pictures,
    DealService deals,
    NamedDeals namedDeals,
    DealContactService dealPeople,
    PipelineService pipelines,
    ActivityService activities,
    ManyActivitiesService manyActivities,
    TagService tags,
    CustomFieldService fields,
    MemberNames members,
    Rights rights) {}
