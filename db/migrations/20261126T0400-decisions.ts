import { sql, type Kysely } from 'kysely';

/**
 * Exemptions, credits and absences that wait for a second person. A credit that was withdrawn may be recorded anew, so
 * only those that stand are unique.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const CREDIT_COLUMNS =
  'id, programme_id, person_id, done_on, proof, recorded_at, recorded_by, counts_from, to_date, end_reason';

const statements = [
  // What is proposed gives its id to the fact it becomes.
  `create table pending_decision (
     id text primary key,
     kind text not null check (kind in ('exemption', 'credit', 'absence')),
     person_id text not null references person (id),
     programme_id text references programme (id),
     from_date text,
     to_date text check (to_date > from_date),
     reason text,
     done_on text,
     proof text,
     category text check (category in ('mission', 'leave', 'sick')),
     proposed_at text not null,
     proposed_by text not null references person (id),
     settled_at text,
     settled_by text references person (id),
     settlement text check (settlement in ('confirmed', 'refused', 'withdrawn')),
     settle_reason text,
     check ((kind = 'absence') = (programme_id is null)),
     check ((settled_at is null) = (settlement is null)),
     check (settlement is not 'confirmed' or settled_by <> proposed_by)
   ) strict`,
  `create unique index pending_decision_once on pending_decision (person_id, kind, ifnull(programme_id, ''))
     where settled_at is null`,
  `create index pending_decision_waiting on pending_decision (proposed_at) where settled_at is null`,

  `create table kept_credit (
     id text primary key,
     programme_id text not null references programme (id),
     person_id text not null references person (id),
     done_on text not null,
     proof text not null,
     recorded_at text not null,
     recorded_by text references person (id),
     counts_from text not null default '0001-01-01',
     to_date text,
     end_reason text
   ) strict`,
  `insert into kept_credit (${CREDIT_COLUMNS}) select ${CREDIT_COLUMNS} from credit`,
  `drop table credit`,
  `alter table kept_credit rename to credit`,
  `create unique index credit_once on credit (programme_id, person_id, done_on) where to_date is null`,
  `create index credit_programme on credit (programme_id, person_id)`,
  `create index credit_person on credit (person_id)`,
  ...['insert', 'update', 'delete'].map(
    (verb) => `create trigger credit_counts_${verb} after ${verb} on credit
       begin update fact_revision set revision = revision + 1 where topic = 'obligations'; end`,
  ),
];
