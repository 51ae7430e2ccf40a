import {
  type ImportOptions,
  isTextDialect,
  type SourcePreview,
  sourceFormats,
} from '../../../analyses/model/data-set'
import { shell } from '../../client/call'
import { fileName } from '../../client/file-name'
import { Button } from '../../components/button'
import { Facts } from '../../components/screen'
import { type Option, SelectField } from '../../components/select'
import { type Translate, useLanguage } from '../../i18n'
import { DataSetName } from './data-set-name'
import { type Correction, correct, scopeOf, textDialectOf } from './import-options'
import { concernsMaps, MapSettings } from './map-settings'
import { offeredEncodings } from './offered-encodings'
import { DelimiterSettings, LineSettings } from './text-settings'

interface ImportSettingsProps {
  readonly preview: SourcePreview | null
  /** What holds, with the recipe. */
  readonly options: ImportOptions
  readonly disabled: boolean
  readonly onChange: (change: (own: ImportOptions) => ImportOptions) => void
  readonly onReset: () => void
  readonly shown: string | null
  readonly onShow: (table: string) => void
  readonly recipe: string | null
  readonly onRecipe: (recipe: string | null) => void
  /** Data sets the project has. */
  readonly names: readonly string[]
}

const withFound = (known: readonly string[], found: string): Option[] =>
  (known.includes(found) ? [...known] : [...known, found]).map((value) => ({ value, label: value }))

/** Every guess of the pre-scan as a control that shows the guess and takes a correction. */
export function ImportSettings(props: ImportSettingsProps) {
  const { preview, options, disabled, onChange, onReset, shown, onShow, recipe, onRecipe } = props
  const { t } = useLanguage()
  const set = (change: Correction) => onChange((own) => correct(own, change))
  const dialect = preview?.dialect
  const format = options.format ?? dialect?.format ?? 'delimited'
  const isText = textDialectOf(preview) !== null
  const encoding = options.encoding ?? preview?.encoding ?? 'utf-8'
  const table = preview === null ? null : scopeOf(preview, options)
  const several = preview !== null && preview.tables.length > 1
  return (
    <fieldset className="import-settings" disabled={disabled} aria-label={t('import.settings')}>
      {several && options.append !== true && (
        <SelectField
          label={t('tables.shown')}
          value={shown ?? ''}
          options={preview.tables.map(({ id, title }) => ({ value: id, label: title || id }))}
          onChange={onShow}
        />
      )}
      <DataSetName {...props} table={table} />
      <SelectField
        label={t('import.format')}
        value={format}
        options={sourceFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
        onChange={(value) => set({ format: sourceFormats.find((one) => one === value) })}
      />
      {dialect && !isTextDialect(dialect) && Object.keys(dialect.facts).length > 0 && (
        <Facts items={Object.entries(dialect.facts).map(([label, value]) => ({ label, value }))} />
      )}
      {(isText || preview === null || options.encoding !== undefined) && (
        <SelectField
          label={t('receipt.encoding')}
          help={encodingHelp(preview, options, t)}
          value={encoding}
          options={withFound(offeredEncodings, encoding)}
          onChange={(value) => set({ encoding: value })}
        />
      )}
      {format === 'delimited' && <DelimiterSettings preview={preview} options={options} set={set} />}
      {isText && <LineSettings preview={preview} options={options} set={set} />}
      {isJson.has(format) && (
        <label className="check">
          <input
            type="checkbox"
            checked={options.flatten !== false}
            onChange={({ target }) => set({ flatten: target.checked ? undefined : false })}
          />
          {t('import.flatten')}
        </label>
      )}
      {concernsMaps(preview, options) && <MapSettings options={options} table={table} onChange={onChange} />}
      <RecipeChoice recipe={recipe} onRecipe={onRecipe} />
      <Button kind="quiet" disabled={Object.keys(options).length === 0 && recipe === null} onClick={onReset}>
        {t('import.guessAgain')}
      </Button>
    </fieldset>
  )
}

const isJson: ReadonlySet<string> = new Set(['json', 'json-lines', 'geojson', 'ngsi', 'sensorthings'])

const encodingHelp = (
  preview: SourcePreview | null,
  options: ImportOptions,
  t: Translate,
): string | undefined =>
  preview === null || options.encoding !== undefined
    ? undefined
    : t(`confidence.${preview.encodingConfidence}`)

function RecipeChoice({ recipe, onRecipe }: Pick<ImportSettingsProps, 'recipe' | 'onRecipe'>) {
  const { t } = useLanguage()
  const choose = async () => {
    const chosen = await shell('dialog.openRecipe', {})
    if (chosen.ok && chosen.value !== null) onRecipe(chosen.value)
  }
  if (recipe === null)
    return (
      <Button icon="recipe" onClick={() => void choose()}>
        {t('recipe.use')}
      </Button>
    )
  return (
    <div className="recipe-used">
      <p>
        {t('recipe.used')} <strong title={recipe}>{fileName(recipe)}</strong>
      </p>
      <Button kind="quiet" onClick={() => onRecipe(null)}>
        {t('recipe.leave')}
      </Button>
    </div>
  )
}
